#!/usr/bin/env python3
"""Estimates from lists of people against the truth: invented people, lists damaged as lists are, linked and estimated.

  cargo build --release -p cairn && bench/estimate_linked.py [--seeds 1,2,3] [--damaged 0.25,0.4] [--method dga]

2,000 people in families of three, who share family name, father and place and often the day they died. Each is on three
lists with chances of 45, 35 and 30 in a hundred, independently. Of each record, with the chance `damaged`, the name loses,
doubles or changes a letter or is cut to two words; with the same chance the date is off by days or missing, and with the
same the place is misspelt or missing. A row a seed: how many stand on a list in truth, the figure with the likeliest links,
the figure over drawn linkages, and whether the interval holds 2,000.
"""
import argparse, csv, datetime, json, os, pathlib, random, subprocess, sys, tempfile, time

PEOPLE, CHANCES = 2000, (.45, .35, .30)
ONSETS, VOWELS = 'b d f g h j k l m n r s t v z br dr kh sh'.split(), 'a e i o u'.split()


def words(rng, many, syllables):
    out = set()
    while len(out) < many:
        out.add(''.join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables)).capitalize())
    return sorted(out)


def population(rng):
    given, family, places = words(rng, 160, 2), words(rng, 350, 3), words(rng, 40, 3)
    # Some names are common, as names are.
    pick = lambda pool: pool[int(len(pool) * rng.random() ** 1.7)]
    day = lambda: datetime.date(2031, 3, 1) + datetime.timedelta(days=rng.randrange(120))
    people = []
    while len(people) < PEOPLE:
        name, father, place, when = pick(family), pick(given), pick(places), day()
        for _ in range(3):
            people.append(dict(name=f'{pick(given)} {father} {name}', sex=rng.choice('fm'), age=rng.randrange(1, 80),
                               date=when if rng.random() < .5 else day(), place=place))
    return people[:PEOPLE]


def damage(rng, person, share):
    name, date, place = person['name'], person['date'].isoformat(), person['place']
    if rng.random() < share:
        at, how = rng.randrange(1, len(name) - 1), rng.randrange(4)
        first, *rest = name.split()
        name = [name[:at] + name[at + 1:], name[:at] + name[at] + name[at:],
                name[:at] + rng.choice('aeioubdgkmnrst') + name[at + 1:], f'{first} {rest[-1]}'][how]
    if rng.random() < share:
        off = person['date'] + datetime.timedelta(days=rng.choice((-2, -1, 1, 2, 7)))
        date = rng.choice((off.isoformat(), off.isoformat(), ''))
    if rng.random() < share:
        at = rng.randrange(1, len(place))
        place = rng.choice((place[:at] + place[at + 1:], ''))
    return [name, person['sex'], person['age'], date, place]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument('--seeds', default='1,2,3')
    ask.add_argument('--damaged', default='0.25,0.4')
    ask.add_argument('--method', default='dga')
    ask.add_argument('--draws', default='20')
    ask.add_argument('--cairn', default=os.environ.get('CARGO_TARGET_DIR', 'target') + '/release/cairn')
    said = ask.parse_args()
    print('| damaged | seed | on a list, truly | fixed | drawn | linkage\'s share of the doubt | drawn holds 2,000 | s, MB |')
    print('| --- | --- | --- | --- | --- | --- | --- | --- |')
    held = runs = 0
    for share in map(float, said.damaged.split(',')):
        for seed in map(int, said.seeds.split(',')):
            rng = random.Random(seed)
            people = population(rng)
            on = [[rng.random() < chance for chance in CHANCES] for _ in people]
            with tempfile.TemporaryDirectory() as folder:
                files = []
                for k in range(3):
                    rows = [damage(rng, p, share) for p, lists in zip(people, on) if lists[k]]
                    rng.shuffle(rows)
                    files.append(pathlib.Path(folder, f'list-{k + 1}.csv'))
                    with open(files[-1], 'w', newline='') as file:
                        csv.writer(file).writerows([['name', 'sex', 'age', 'date of death', 'place'], *rows])
                start = time.time()
                child = subprocess.Popen(
                    [said.cairn, 'estimate', '--link', *files, '--method', said.method, '--draws', said.draws,
                     '--format', 'json', '--quiet'], stdout=subprocess.PIPE)
                text = child.stdout.read()
                _, status, used = os.wait4(child.pid, 0)
                child.returncode = os.waitstatus_to_exitcode(status)
                wall = time.time() - start
            if child.returncode not in (0, 1):
                sys.exit(child.returncode)
            answer = json.loads(text)
            figure = lambda d: (f"{d['estimate']:,.0f} ({d['lower']:,.0f} to {d['upper']:,.0f})"
                                if d['estimate'] else 'refused: ' + ', '.join(r['code'] for r in answer['refused']))
            fixed, drawn = answer['fixed'], (answer['drawn'] or [None])[0]
            runs += 1
            holds = drawn and drawn['estimate'] and drawn['lower'] <= PEOPLE <= drawn['upper']
            held += bool(holds)
            print(f"| {share:.0%} | {seed} | {sum(map(any, on)):,} | {figure(fixed)}, {fixed['observed']:,} on record | "
                  + (f"{figure(drawn)}, {drawn['observed'][0]:,} to {drawn['observed'][1]:,} | "
                     f"{drawn['variance']['share_between']:.1%}" if drawn and drawn['estimate'] else f'{figure(fixed)} | –')
                  + f" | {'yes' if holds else 'no'} | {wall:.1f}, {used.ru_maxrss / 1024:.0f} |", flush=True)

    print(f'{held} of {runs} intervals over drawn linkages hold the truth')


main()
