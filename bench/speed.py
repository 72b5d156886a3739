#!/usr/bin/env python3
"""How fast is the program?  Words per CPU second, one thread, whole processes; beside spaCy where Python has it.

    speed.py BUILD [--texts FILE.jsonl] [--rounds 3]

Without --texts it reads the example reports, many times.  spaCy, if it can be
imported, runs nlp.pipe alone, warm, in batches of 32 articles (its best), on
the same model folder and texts, turn about with ours.
"""
import argparse
import glob
import json
import os
import statistics
import subprocess
import sys

SPACY = '''
import json, sys, time, spacy
nlp = spacy.load(sys.argv[1])
texts = [json.loads(line)["text"] for line in sys.stdin]
list(nlp.pipe(texts[:8]))
start = time.process_time()
for doc in nlp.pipe(texts, batch_size=32):
    pass
print(time.process_time() - start)'''
ONE_THREAD = dict(os.environ, OMP_NUM_THREADS='1', OPENBLAS_NUM_THREADS='1', BLIS_NUM_THREADS='1')


def example_texts():
    reports = [open(path, encoding='utf-8').read() for path in sorted(glob.glob('examples/*.txt'))]
    return [{'id': str(i), 'text': reports[i % len(reports)]} for i in range(300)]


def cpu_seconds(command, data):
    before = os.times()
    subprocess.run(command, input=data, stdout=subprocess.DEVNULL, check=True, env=ONE_THREAD)
    after = os.times()
    return max(after.children_user - before.children_user + after.children_system - before.children_system, 0.01)


def one_article(program, size):
    """CPU seconds and peak MB for the examples, one behind the other, as one article of so many bytes."""
    text = '\n\n'.join(d['text'] for d in example_texts())
    text = (text * (size // len(text.encode()) + 1)).encode()[:size].decode(errors='ignore')
    process = subprocess.Popen([program, 'code', '--to', 'jsonl', '--date', '2024-11-08'], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ONE_THREAD)
    process.stdin.write(text.encode())
    process.stdin.close()
    usage = os.wait4(process.pid, 0)[2]
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def model_folder(program):
    shown = subprocess.run([program, 'info'], stdout=subprocess.PIPE, text=True).stdout
    cache = [line.split(None, 1)[1] for line in shown.splitlines() if line.startswith('cache')][0]
    return os.path.join(cache, 'models', 'en_core_web_md')


def spacy_seconds(folder, data):
    run = subprocess.run([sys.executable, '-W', 'ignore', '-c', SPACY, folder], input=data, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, env=ONE_THREAD)
    return float(run.stdout.split()[-1]) if run.returncode == 0 else None


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('build')
    ap.add_argument('--texts')
    ap.add_argument('--rounds', type=int, default=3)
    a = ap.parse_args()
    program = os.path.join(a.build, 'dateline')
    docs = [json.loads(line) for line in open(a.texts, encoding='utf-8')] if a.texts else example_texts()
    words = sum(len(d['text'].split()) for d in docs)
    data = ''.join(json.dumps(d, ensure_ascii=False) + '\n' for d in docs).encode()
    short = b'{"text":"Armenian forces shelled Ganja in October 2020."}\n'
    print('%d articles, %d words' % (len(docs), words))
    ours, theirs = [], []
    for _ in range(a.rounds):
        ours.append(words / cpu_seconds([program, 'parse', '--to', 'jsonl'], data))
        seconds = spacy_seconds(model_folder(program), data)
        if seconds:
            theirs.append(words / seconds)
    print('parse: %.0f words per CPU second (median of %d)' % (statistics.median(ours), a.rounds))
    if theirs:
        print('spaCy: %.0f; ratio %.1f' % (statistics.median(theirs), statistics.median(ours) / statistics.median(theirs)))
    else:
        print('spaCy: not there (pip install spacy)')
    print('code:  %.0f words per CPU second' % (words / cpu_seconds([program, 'code', '--to', 'jsonl'], data)))
    (short_time, _), (long_time, peak) = one_article(program, 1000000), one_article(program, 3990000)
    print('one article of 4 MB: %.0f s, %.0f MB; %.1f times the time of 1 MB' % (long_time, peak, long_time / short_time))
    if long_time > 8 * short_time:
        sys.exit('the time of a long article grows faster than its length')
    print('start: %.3f s for one sentence' % cpu_seconds([program, 'code', '--to', 'jsonl'], short))


if __name__ == '__main__':
    main()
