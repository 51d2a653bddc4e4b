#!/usr/bin/env python3
"""Turns rounds of crates/extract/tests/unseen into passages with claims as JSON, for a scorer.

  unseen.py ROUND.md… > gold.json
  cargo run --release -p cairn-extract --example predict < gold.json > found.json
"""
import json, pathlib, re, sys


def number(text):
    if text == '?':
        return None, None
    if '..' in text:
        low, high = text.split('..')
        return int(low), int(high)
    if text.endswith('+'):
        return int(text[:-1]), None
    if text.startswith('-'):
        return None, int(text[1:])
    return int(text), int(text)


def claim(line, text, where):
    metric, figure, hedge, quote, *rest = line.split(' | ', 4)
    fields = dict(f.strip().split('=', 1) for f in rest[0].split(';') if '=' in f) if rest else {}
    low, high = number(figure)
    start = text.find(quote)
    if start < 0:
        sys.exit(f'{where}: not in the text: {quote}')
    hedges = hedge.split(' / ')
    alt = {'resolved': 'any', 'unit': [None], 'qualifier': hedges[1:]}
    out = dict(quote=quote, start=start, end=start + len(quote), metric=metric, low=low, high=high,
               qualifier=hedges[0], kind=fields.pop('kind', 'count'), negated=low == high == 0)
    if 'metric' in fields:
        alt['metric'] = fields.pop('metric').split(' / ')
    for name, values in fields.items():
        values = [None if v.strip() == '-' else v.strip() for v in values.split(' / ')]
        out[name] = next((v for v in values if v), None)
        alt[name] = values
        # "- / x": nobody is right, and so is x.
        out[name] = values[0] if name in ('source', 'responsible') else out[name]
    return dict(out, alt=alt)


def main():
    passages = []
    for path in map(pathlib.Path, sys.argv[1:]):
        blocks = path.read_text(encoding='utf-8').split('```')[1::2]
        for n, (text, claims) in enumerate(zip(blocks[::2], blocks[1::2])):
            info, text = text.split('\n', 1)
            text = text.rstrip()
            lang, date = (info.split()[1:] + [None])[:2]
            name = f'{path.stem}-{n + 1}-{lang}'
            lines = [l for l in claims.split('\n')[1:] if l]
            passages.append(dict(id=name, lang=lang, type=path.stem, document_date=date, text=text,
                                 claims=[claim(l, text, name) for l in lines]))
    json.dump({'passages': passages}, sys.stdout, ensure_ascii=False, indent=1)


main()
