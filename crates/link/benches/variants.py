#!/usr/bin/env python3
"""variants.py GEN_SYNTH N OUT SEED plain|alone|repeats|dependent: gen_synth.py with another population.

alone      no families: one person a household
repeats    3 in 100 records stand a second time on their own list, noised anew
dependent  a person on list 1 is on list 2 as well three times in four, and list 5 hardly ever has anybody else"""
import sys

source, n, out, seed, kind = sys.argv[1:6]
text = open(source).read()
if kind == "alone":
    text = text.replace("R.choices((1,2,3,4,5,6),(.58,.17,.11,.07,.04,.03))[0]", "1")
elif kind == "repeats":
    old = "for li in R.sample(range(1,6),nrep):"
    assert old in text
    text = text.replace(old, "for li in [y for x in R.sample(range(1,6),nrep) for y in ([x,x] if R.random()<.03 else [x])]:")
elif kind == "dependent":
    old = "for li in R.sample(range(1,6),nrep):"
    assert old in text
    text = text.replace(old, "for li in (lambda s: sorted(set(s) | ({2} if 1 in s and R.random()<.75 else set())))(R.sample(range(1,6),nrep)):")
sys.argv = ["gen_synth.py", n, out, seed]
exec(compile(text, source, "exec"))
