#!/usr/bin/env python3
"""Extraction beside a Python rule engine of the same scope, in one run: F1 on tests/unseen, MB/s on English news.

    bench/extract.py [--cairn target/release/cairn]

Prints strict and attributed F1 of both on the English passages of `crates/extract/tests/unseen`, then the speed of both
on the invented news of `crates/extract/benches/throughput.rs` (the engine's by `cargo bench`) and the ratio. The rule engine below is ours: number,
metric, hedge, place and speaker by regular expressions, English only. Standard library only.
"""
import argparse, json, os, pathlib, re, subprocess, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent

# ---- the rule engine ----
WORDS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
         "fifteen sixteen seventeen eighteen nineteen".split())}
WORDS.update({w: 10 * (i + 2) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())})
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens of thousands": 20000}
NUM = (r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s(?:million|thousand))?|tens of thousands|" + "|".join(VAGUE) + "|"
       + "|".join(sorted(WORDS, key=len, reverse=True)) + r"|no(?=\s)|an?(?=\s(?:woman|man|child|girl|boy|farmer|teacher|soldier|"
       r"journalist|nurse|doctor|civilian|driver|person)\b)")
HEDGE = {"at_least": r"at least|more than|over|no fewer than|upwards of", "at_most": r"up to|as many as|fewer than|less than",
         "about": r"about|around|some|nearly|almost|approximately|an estimated|roughly"}
PERSON = (r"people|persons?|civilians?|children|child|women|woman|men|man|girls?|boys?|soldiers?|troops|fighters?|servicemen|"
          r"farmers?|journalists?|teachers?|residents?|inmates|detainees|activists|demonstrators|officers?|suspects?|minors|others|"
          r"commuters|families|households|villagers|workers|passengers|shepherds|personnel")
HOME = r"homes?|houses?|apartments?|flats|shelters|tents|housing units|dwellings"
BUILDING = r"buildings?|structures?|schools?|hospitals?|health facilities|facilities|mosques?|bridges?"
CUES = [  # metric, what it counts, words before the number, words behind it
    ("killed", PERSON, r"kill(?:ed|ing)|killing of|deaths? of|death toll[^.]{0,40}?|deaths[^.\d]{0,25}: ?", r"(?:\w+ ){0,3}?(?:were |was |had been |have been |have |had )?(?:reportedly )?(?:killed|died|dead|deaths|fatalities|perished|shot dead)"),
    ("injured", PERSON, r"(?:wound|injur|maim)(?:ed|ing)|injur(?:y|ies) of|injuries[^.\d]{0,25}: ?|left", r"(?:\w+ ){0,3}?(?:were |was |had been )?(?:injured|wounded|hurt|injuries)"),
    ("missing", PERSON, r"disappearance of|missing: ?", r"(?:\w+ ){0,3}?(?:are |were |remain )?(?:still )?(?:missing|unaccounted for|disappeared)"),
    ("detained", PERSON, r"(?:arrest|detain)(?:ed|ing)|detention of|arrest of", r"(?:\w+ ){0,2}?(?:were |had been )?(?:arrested|detained|arrests|detentions)"),
    ("abducted_or_hostage", PERSON, r"(?:abduct|kidnapp)(?:ed|ing)|captured", r"(?:\w+ ){0,2}?(?:were )?(?:abducted|kidnapped|taken hostage|hostages)"),
    ("tortured_or_abused", PERSON, r"tortur(?:ed|ing)", r"(?:\w+ ){0,6}?(?:were |had been )?(?:tortured|beaten|raped)"),
    ("displaced", PERSON, r"displac(?:ed|ing)|displacement of|forcing", r"(?:\w+ ){0,3}?(?:were |have |had |have been |had been )?(?:displaced|fled|evacuated|crossed into|been moved)"),
    ("homes_destroyed", HOME, r"(?:destroy|demolish|burn|raz|torch)(?:ed|ing)", r"(?:were |have been |had been )?(?:destroyed|demolished|burned|razed)"),
    ("homes_damaged", HOME, r"damag(?:ed|ing)", r"(?:were |have been |had been )?damaged"),
    ("buildings_destroyed", BUILDING, r"(?:destroy|demolish|raz)(?:ed|ing)", r"(?:were |have been |had been )?(?:destroyed|demolished)"),
    ("buildings_damaged", BUILDING, r"damag(?:ed|ing)", r"(?:were |have been |had been )?damaged"),
    ("attacks", r"(?:\w+ )?(?:attacks|strikes|airstrikes|raids|incidents|explosions|violations|clashes)", r"", r""),
    ("munitions_count", r"rockets|missiles|shells|bombs|drones", r"(?:fired|launched|dropped)", r"(?:were |had been )?(?:fired|launched|dropped)"),
    ("population", r"people|inhabitants|residents", r"home to|population of", r"\Z."),
]
Q = "|".join(HEDGE.values())
FIGURE = rf"(?P<q>(?:(?:{Q}) )*)(?P<n>{NUM})"
RULES = []
for metric, unit, before, behind in CUES:
    if not before:
        RULES.append((metric, re.compile(rf"\b{FIGURE} (?P<u>{unit})\b", re.I)))
        continue
    RULES.append((metric, re.compile(rf"\b(?:{before}) ?{FIGURE}\b(?: (?:\w+ )?(?P<u>{unit})\b)?(?! ?(?:per cent|percent|%|years?|km|million dollars))", re.I)))
    RULES.append((metric, re.compile(rf"\b{FIGURE} (?:\w+ )?(?:(?P<u>{unit})\b,? )?(?:{behind})\b", re.I)))
PART = re.compile(rf"\b(?:including|among them|of them|of whom|and|,) {FIGURE} (?:of (?:them|whom) )?(?P<u>{PERSON})\b", re.I)
SAYS = r"(?:said|says|reported|told|added|confirmed|announced|documented|recorded|wrote|acknowledged|insisted|claimed)"
BEFORE = re.compile(rf"(?:^|[.“\"] )((?:[A-Z][\w’'.-]*|of|the|for|and|in|’s) ?(?:[\w’'.-]+ ){{0,7}}?){SAYS}\b")
AFTER = re.compile(rf", ((?:[\w’'.-]+ ){{1,8}}?){SAYS}\b[^.]*\.?$")
ACCORDING = re.compile(r"[Aa]ccording to ((?:the )?[\w’' -]{3,60}?)(?:,|\.|$)")
PLACE = re.compile(r"\b(?:in|at|near|outside|across) (?:the )?((?:[\w-]+ ){0,3}?(?:of )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)")


def number(word):
    word = word.lower().replace(",", "")
    if word in VAGUE:
        return VAGUE[word], True
    if word in ("a", "an"):
        return 1, False
    if word == "no":
        return 0, False
    if word in WORDS:
        return WORDS[word], False
    first, _, scale = word.partition(" ")
    return int(float(first) * {"": 1, "thousand": 1000, "million": 1_000_000}[scale]), False


def extract(text):
    claims = []
    for s in re.finditer(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?]?", text):
        sentence, base = s.group(), s.start()
        if not re.search(r"\d|" + "|".join(WORDS) + "|dozens|scores|hundreds|thousands|no ", sentence, re.I):
            continue
        taken, last = [], None
        source = ACCORDING.search(sentence) or AFTER.search(sentence) or BEFORE.search(sentence)
        source = source.group(1).strip() if source else None
        place = PLACE.search(sentence)
        for metric, rule in RULES + [(None, PART)]:
            for m in rule.finditer(sentence):
                if any(a < m.end("n") and m.start("n") < b for a, b in taken) or metric is None and last is None:
                    continue
                taken.append(m.span("n"))
                value, vague = number(m.group("n"))
                hedge = next((k for k, v in HEDGE.items() if re.search(rf"\b(?:{v})\b", m.group("q"), re.I)), "exact")
                low, high = (None if hedge == "at_most" else value), (None if hedge == "at_least" or vague else value)
                last = metric or last
                claims.append(dict(metric=last, low=low, high=high, qualifier="vague" if vague else hedge, source=source,
                                   responsible=None, place=place and place.group(1), start=base + m.start(), end=base + m.end()))
    return claims


# ---- the rounds, and the measure ----
def rounds():
    for file in sorted((ROOT / "crates/extract/tests/unseen").glob("round*.md")):
        blocks = file.read_text(encoding="utf-8").split("```")[1::2]
        for n, (text, claims) in enumerate(zip(blocks[::2], blocks[1::2])):
            (_, lang, day), text = text.split("\n", 1)[0].split(), text.split("\n", 1)[1].rstrip()
            gold = []
            for line in claims.split("\n")[1:]:
                if line.strip():
                    metric, num, hedge, quote, *rest = line.split(" | ", 4)
                    fields = dict(f.strip().split("=", 1) for f in "".join(rest).split(";") if "=" in f)
                    at = re.search(r"\s+".join(map(re.escape, quote.split())), text)
                    gold.append(dict(metric=metric, num=num, hedges=hedge.split(" / "), span=at.span(), fields=fields))
            yield dict(id=f"{file.stem}-{n}", lang=lang, document_date=day, text=text, gold=gold)


def as_written(c):
    low, high = c["low"], c["high"]
    if low is None:
        return "?" if high is None else f"-{high}"
    return f"{low}+" if high is None else str(low) if low == high else f"{low}..{high}"


def same(want, got):
    if want == "-" or got is None:
        return want == "-" and got is None
    a, b = (re.findall(r"\w+", x.lower()) for x in (want, got))
    return 4 * sum(w in b for w in a) >= len(a) + len(b)


def score(passages, answers):
    gold = found = strict = attributed = 0
    for p in passages:
        left = [c for c in answers[p["id"]] if c.get("kind", "count") == "count"]
        for g in p["gold"]:
            metrics = [g["metric"], *g["fields"].get("metric", "").split(" / ")]
            hit = next((c for c in left if c["metric"] in metrics and as_written(c) == g["num"] and c["qualifier"] in g["hedges"]
                        and c["start"] < g["span"][1] and g["span"][0] < c["end"]), None)
            if hit:
                left.remove(hit)
            if "kind" in g["fields"]:
                continue
            gold += 1
            if hit:
                found += 1
                strict += 1
                attributed += all(any(same(w, hit[f]) for w in g["fields"].get(f, "-").split(" / ")) for f in ("source", "responsible"))
        found += len(left)
    f1 = lambda hits: 2 * hits / (gold + found) if gold + found else 1.0
    return f"{gold} figures, strict F1 {f1(strict):.3f}, attributed F1 {f1(attributed):.3f}"


def news():
    source = (ROOT / "crates/extract/benches/throughput.rs").read_text(encoding="utf-8")
    body = source.split("= [", 1)[1].split("];", 1)[0]
    lines = [json.loads(m) for m in re.findall(r'"(?:[^"\\]|\\.)*"', body)]
    return "".join(lines[i * 7 % len(lines)] + ("\n\n" if i % 4 == 3 else " ") for i in range(4000))


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--cairn", default=str(pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release/cairn"))
    cairn = args.parse_args().cairn

    def engine(passages):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as f:
            json.dump({"passages": [{k: p[k] for k in ("id", "lang", "document_date", "text")} for p in passages]}, f)
            f.flush()
            out = subprocess.run([cairn, "extract", "--passages", f.name, "--format", "json"], check=True, capture_output=True)
        return {p["id"]: p["claims"] for p in json.loads(out.stdout)}

    passages = list(rounds())
    english = [p for p in passages if p["lang"] == "en"]
    print("all languages, engine:      ", score(passages, engine(passages)))
    print("English, engine:            ", score(english, engine(english)))
    print("English, Python rule engine:", score(english, {p["id"]: extract(p["text"]) for p in english}))

    text = news()
    size = len(text.encode()) / 1e6
    best = min(timed(lambda: extract(text)) for _ in range(3))
    theirs = size / best
    print(f"Python rule engine: {theirs:.2f} MB per processor second on {size:.2f} MB of English news")
    out = subprocess.run(["cargo", "bench", "-p", "cairn-extract"], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    rates = re.search(r"thrpt:\s+\[[\d.]+ \S+ ([\d.]+) MiB/s", out)
    ours = float(rates.group(1)) * 1.048576
    print(f"engine (criterion, wall time): {ours:.1f} MB/s on one core, {ours / theirs:.0f} times the Python rule engine")


def timed(work):
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
