#!/usr/bin/env python3
"""Checks the frozen format of Cairn's log without any of Cairn's code: Python, standard library only.

    check.py                                   check vectors.json beside this file
    check.py --proof FILE [--key BASE64]       check what 'cairn prove' printed
    check.py --checkpoint FILE --key BASE64    check a checkpoint against the key you trust

A file named - is standard input. Exit 0: all holds. Exit 1: something does not, and what. Exit 2: bad usage.
Written from docs/format.md, RFC 8785, RFC 6962, RFC 8032 and C2SP signed-note, not from the Rust sources.
"""

import argparse
import base64
import binascii
import hashlib
import json
import pathlib
import re
import sys


class Mismatch(Exception):
    """Something is not as the format says."""


def need(holds, words):
    if not holds:
        raise Mismatch(words)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# ---- Encodings ------------------------------------------------------------------------------------------------


def unhex(text, length=None):
    need(isinstance(text, str) and re.fullmatch(r"(?:[0-9a-f]{2})*", text), f"{text!r} is not lowercase hexadecimal")
    data = bytes.fromhex(text)
    need(length is None or len(data) == length, f"{text!r} has not {length} bytes")
    return data


def unbase64(text, length=None):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError, TypeError):
        raise Mismatch(f"{text!r} is not base64") from None
    # Python ignores stray bits before the padding; another spelling of the same bytes is refused.
    need(base64.b64encode(data).decode() == text, f"{text!r} is not the one base64 spelling of its bytes")
    need(length is None or len(data) == length, f"{text!r} has not {length} bytes")
    return data


# ---- Canonical JSON (RFC 8785), strings and integers only ------------------------------------------------------

SHORT = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}


def canonical_string(text):
    out = []
    for c in text:
        n = ord(c)
        need(not 0xD800 <= n <= 0xDFFF, "a lone surrogate")
        out.append(SHORT.get(n) or (f"\\u{n:04x}" if n < 32 else c))
    return '"' + "".join(out) + '"'


def canonical(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        need(abs(value) <= 2**53 - 1, f"{value} is beyond 2^53 - 1")
        return str(value)
    if isinstance(value, str):
        return canonical_string(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(v) for v in value) + "]"
    if isinstance(value, dict):
        need(all(name.isascii() for name in value), "a member name is not ASCII")
        return "{" + ",".join(canonical_string(k) + ":" + canonical(value[k]) for k in sorted(value)) + "}"
    raise Mismatch(f"{value!r} is no string, integer, boolean, null, array or object")


def refuse_number(text):
    raise Mismatch(f"the number {text} is no integer")


def once(pairs):
    out = dict(pairs)
    need(len(out) == len(pairs), "a member stands twice")
    return out


def read_canonical(text):
    try:
        value = json.loads(
            text, parse_float=refuse_number, parse_constant=refuse_number, object_pairs_hook=once
        )
    except json.JSONDecodeError as e:
        raise Mismatch(f"not JSON: {e}") from None
    need(canonical(value) == text, f"not the canonical spelling: {text}")
    return value


# ---- Entries: which members each kind has ----------------------------------------------------------------------
# A type is a function that raises Mismatch; "name?" marks a member that may be absent.


def is_text(v):
    need(isinstance(v, str), f"{v!r} is no text")


def is_integer(v):
    need(isinstance(v, int) and not isinstance(v, bool), f"{v!r} is no integer")


def is_count(v):
    is_integer(v)
    need(v >= 0, f"{v} is negative")


def is_true(v):
    need(v is True, "a flag that does not hold is left out")


def matches(pattern):
    def check(v):
        is_text(v)
        need(re.fullmatch(pattern, v), f"{v!r} does not look like {pattern}")

    return check


DAY = r"-?\d{4,6}-\d\d-\d\d"
is_day = matches(DAY)
is_chain = matches(r"[0-9a-f]{8}")
is_entry = matches(r"[0-9a-f]{8}-(?:0|[1-9]\d*)")
is_doc = matches(r"[0-9a-f]{64}")
is_time = matches(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def nullable(kind):
    return lambda v: None if v is None else kind(v)


def one_of(*codes):
    def check(v):
        need(v in codes, f"{v!r} is none of {codes}")

    return check


def many(kind):
    def check(v):
        need(isinstance(v, list), f"{v!r} is no array")
        for item in v:
            kind(item)

    return check


def some(kind):
    def check(v):
        many(kind)(v)
        need(v, "an empty array is left out")

    return check


def row(*kinds):
    def check(v):
        need(isinstance(v, list) and len(v) == len(kinds), f"{v!r} has not {len(kinds)} items")
        for kind, item in zip(kinds, v):
            kind(item)

    return check


def members(**kinds):
    known = {name.rstrip("_"): kind for name, kind in kinds.items()}
    required = {name for name in kinds if not name.endswith("_")}

    def check(v):
        need(isinstance(v, dict), f"{v!r} is no object")
        for name in required - set(v):
            raise Mismatch(f"the member '{name}' is absent")
        for name, item in v.items():
            need(name in known, f"the member '{name}' is not known")
            try:
                known[name](item)
            except Mismatch as e:
                raise Mismatch(f"{name}: {e}") from None
        SEEN.setdefault(id(check), (check, known, set()))[2].update(v)

    ALL.append((check, known))
    return check


ALL, SEEN = [], {}


def locator(v):
    if v == "whole":
        return
    need(isinstance(v, dict) and len(v) == 1, f"{v!r} is no locator")
    if "chars" in v:
        row(is_count, is_count)(v["chars"])
    elif "row" in v:
        is_count(v["row"])
    elif "page" in v:
        is_count(v["page"])
    else:
        raise Mismatch(f"{v!r} is no locator")


def entry_order(text):
    chain, sequence = text.split("-")
    return chain, int(sequence)


def ascending(kind, key=lambda v: v):
    def check(v):
        many(kind)(v)
        need(all(key(a) < key(b) for a, b in zip(v, v[1:])), f"{v!r} is not in ascending order")

    return check


def some_ascending(kind, key=lambda v: v):
    def check(v):
        ascending(kind, key)(v)
        need(v, "an empty array is left out")

    return check


GAPS = (
    "age attributions born cause ids means members names number place said_by sex size status tenure when whereabouts"
).split()


def gaps(v):
    need(isinstance(v, dict) and v, f"{v!r} is no object with members")
    for name, why in v.items():
        need(name in GAPS, f"'{name}' is no field that can be a gap")
        one_of("not_applicable", "refused", "unknown")(why)
        need((name, why) != ("sex", "unknown"), "an unknown sex is the code 'unknown'")


def mended(v):
    need(isinstance(v, dict) and v, f"{v!r} is no object with members")
    for what in v.values():
        nullable(is_text)(what)


interval = row(nullable(is_day), nullable(is_day))
size = row(nullable(is_integer), nullable(is_integer))
act = members(
    type=is_text,
    evidence_=is_text,
    manner_=is_text,
    means_=is_text,
    negated_=is_true,
    place_=is_text,
    said_by_=is_entry,
    when_=interval,
)
status = members(
    type=is_text, as_of_=interval, by_=is_text, negated_=is_true, place_=is_text, said_by_=is_entry, when_=interval
)
evidence = members(kind=is_text, doc_=is_doc)
tie = members(
    to=is_entry, type=is_text, evidence_=some(evidence), said_by_=is_entry, share_=is_text, when_=interval
)
correction = members(of=is_entry, stance=one_of("clarifies", "corrects", "disputes", "retracts"), why_=is_text)
DETAILS = {
    "access": members(
        essential=is_text,
        level=one_of("denied", "restored", "restricted", "supplied"),
        area_=is_text,
        quantity_=is_text,
        when_=interval,
    ),
    "declaration": members(instrument_=is_text, place_=is_text, type_=is_text, when_=interval),
    "displacement": members(
        measure=one_of("flow", "stock"),
        destination_=is_text,
        households_=size,
        origin_=is_text,
        persons_=size,
        type_=is_text,
        when_=interval,
    ),
    "facility": members(name_=is_text, place_=is_text, type_=is_text),
    "holding": members(
        area_=is_text, damage_=is_text, place_=is_text, quantity_=size, tenure_=is_text, type_=is_text, unit_=is_text
    ),
    "incident": members(means_=is_text, name_=is_text, place_=is_text, type_=is_text, when_=interval),
}
about_members = members(
    kind=one_of("person", "group", "figure", *DETAILS),
    age_=row(is_count, is_count),
    group_=is_text,
    sex_=is_text,
    size_=size,
    status_=is_text,
    **{f"{name}_": kind for name, kind in DETAILS.items()},
)


def about(v):
    about_members(v)
    need("group" not in v or v["kind"] == "group", "'group' stands in an account of another kind")
    for name in DETAILS:
        need(name not in v or v["kind"] == name, f"'{name}' stands in an account of another kind")


attribution = members(
    actor=is_text, said_by_=is_text, stance_=is_text
)
toll = members(
    high=nullable(is_integer),
    low=nullable(is_integer),
    metric=is_text,
    qualifier=one_of("exact", "at_least", "at_most", "about", "vague"),
    by_rule_=is_true,
    component_=is_text,
    cumulative_=is_true,
    group_=is_text,
    hypothetical_=is_true,
    negated_=is_true,
    party_=is_text,
    period_=is_text,
    place_=is_text,
    scope_=is_text,
    unit_=is_text,
    when_=interval,
)
judgement_members = members(
    a=is_entry,
    b=is_entry,
    verdict=one_of("different", "same", "unsure"),
    instead_of_=some_ascending(is_entry, entry_order),
    model_=is_text,
    score_=is_count,
)


def judgement(v):
    judgement_members(v)
    need(entry_order(v["a"]) < entry_order(v["b"]), "the smaller account of a pair stands first")
    need(v.get("score", 0) <= 1_000_000, "a score is beyond a million")


scope_members = members(
    list=is_text,
    derived_from_=some_ascending(is_text),
    manner_=one_of("all", "direct", "indirect"),
    place_=is_text,
    when_=interval,
    whom_=is_text,
)
run_figure_members = members(estimate=is_count, high=is_count, low=is_count)


def run_figure(v):
    run_figure_members(v)
    need(v["low"] <= v["estimate"] <= v["high"], "a figure lies outside its interval")


def text_map(v):
    need(isinstance(v, dict), "no object")
    for name, value in v.items():
        is_text(name)
        is_text(value)


estimate_members = members(
    lists=many(members(list=is_text, name=is_text, records=is_count, unlinkable=is_count)),
    method=is_text,
    metric=is_text,
    model=is_text,
    observed=is_count,
    options=text_map,
    position=is_text,
    result=is_text,
    rule=is_text,
    figure_=run_figure,
    refused_=some_ascending(is_text),
    strata_=some(
        members(
            observed=is_count, values=many(is_text), figure_=run_figure, refused_=some_ascending(is_text)
        )
    ),
    strata_by_=some(is_text),
)


def estimate(v):
    estimate_members(v)
    need(("figure" in v) != ("refused" in v), "a run has a figure, or reasons for having none")
    for stratum in v.get("strata", []):
        need(len(stratum["values"]) == len(v.get("strata_by", [])), "a stratum has a value for each of 'strata_by'")


KINDS = {
    "open": members(act=is_text, lamport=is_count, time=is_time, parents_=some(row(is_chain, is_count))),
    "seal": members(entries=is_count, opening=is_count),
    "document": members(
        bytes=is_count,
        doc=is_doc,
        name=is_text,
        lang_=is_text,
        published_=is_text,
        publisher_=is_entry,
        title_=is_text,
    ),
    "source": members(name=is_text, protected_=is_true),
    "list": members(
        columns=many(is_text), doc=is_doc, map=is_text, said_by_=is_entry, as_=is_text, key_=is_text, series_=is_text
    ),
    "account": members(
        about=about,
        at=locator,
        doc=is_doc,
        acts_=some(act),
        attributions_=some(attribution),
        claim_=is_text,
        correction_=correction,
        derived_from_=some(is_entry),
        edited_=some_ascending(is_text),
        files_=some(is_doc),
        gaps_=gaps,
        published_by_=is_entry,
        said_by_=is_entry,
        statuses_=some(status),
        ties_=some(tie),
        toll_=toll,
    ),
    "rejection": members(claim=is_text),
    "acceptance": members(name=is_text, rule=is_text, version=is_text, held_=some_ascending(is_text)),
    "edit": members(claim=is_text, was=mended),
    "undo": members(batch=is_entry),
    "scope": scope_members,
    "estimate": estimate,
    "judgement": judgement,
    "amendment": members(account=is_entry, of=is_entry),
    "withdrawal": members(account=is_entry),
    "consent": members(
        accounts=some_ascending(is_entry, entry_order),
        to=ascending(is_text),
        basis_=is_text,
        given_=is_text,
        lang_=is_text,
        share_with_=some_ascending(is_text),
        state=one_of("given", "public_list", "refused", "withdrawn"),
        until_=is_text,
    ),
}


def is_part(v):
    is_text(v)
    need(v != "full", "the part 'full' is left out")


CLASSES = ["open", "personal", "source", "team"]
BESIDE = {
    ("account", "personal"): members(
        born_=interval,
        ids_=some(members(scheme=is_text, value=is_text)),
        names_=some(members(text=is_text, part_=is_part, script_=is_text)),
    ),
    ("consent", "personal"): members(by=is_text),
    ("source", "source"): members(identity=is_text),
    ("open", "team"): members(actor_=is_text, reason_=is_text),
}


def read_open(text):
    """The kind of an entry and its members, from its open section."""
    value = read_canonical(text)
    need(isinstance(value, dict), "no object")
    need(value.pop("v", None) == 1, "the member 'v' is not 1")
    kind = value.pop("entry", None)
    need(kind in KINDS, f"the kind {kind!r} is not known")
    KINDS[kind](value)
    return kind, value


def read_entry(sections):
    """The kind of an entry and its open members, every section checked."""
    names = [s["class"] for s in sections]
    need(names == [c for c in CLASSES if c in names] and names[:1] == ["open"], f"classes {names} are not in order")
    kind, value = read_open(sections[0]["text"])
    for s in sections[1:]:
        shape = BESIDE.get((kind, s["class"]))
        need(shape, f"a '{kind}' has no class '{s['class']}'")
        beside = read_canonical(s["text"])
        shape(beside)
        need(beside, "an empty class is left out")
    return kind, value


# ---- Leaf and tree (RFC 6962, section 2.1) ---------------------------------------------------------------------


def leaf_data(digests):
    return b"cairn-entry/1\n" + b"".join(f"{name} {digest.hex()}\n".encode() for name, digest in digests)


def section_digest(s):
    return sha256(unhex(s["salt"], 16), s["text"].encode())


def leaf_hash(data):
    return sha256(b"\x00", data)


def leaf_of(sections):
    return leaf_hash(leaf_data([(s["class"], section_digest(s)) for s in sections]))


def tree_root(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01", tree_root(leaves[:split]), tree_root(leaves[split:]))


def path_root(leaf, index, size, path):
    """Where an audit path leads, by the definition: the last step joins the two halves of the whole tree."""
    need(0 <= index < size, f"leaf {index} is not in a tree of {size}")
    if size == 1:
        need(not path, "the path is too long")
        return leaf
    need(path, "the path is too short")
    split = 1 << (size - 1).bit_length() - 1
    if index < split:
        return sha256(b"\x01", path_root(leaf, index, split, path[:-1]), path[-1])
    return sha256(b"\x01", path[-1], path_root(leaf, index - split, size - split, path[:-1]))


# ---- Ed25519 (RFC 8032, section 5.1) ---------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p = add(p, p)
        n >>= 1
    return q


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    need(y < P, "a point is not in its one spelling")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    need(x * x % P == square, "not a point of the curve")
    need(x or not sign, "a point is not in its one spelling")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def encoded(p):
    inverse = pow(p[2], P - 2, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def public_of(secret):
    a = int.from_bytes(hashlib.sha512(secret).digest()[:32], "little")
    return encoded(times(a & (1 << 254) - 8 | 1 << 254, BASE))


def verify(public, message, signature):
    a, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    need(s < L, "the signature is not in its one spelling")
    zero = (0, 1, 1, 0)
    need(not same(times(8, a), zero) and not same(times(8, r), zero), "a point of small order")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    need(same(times(s, BASE), add(r, times(k, a))), "the signature does not fit its text")


# ---- Checkpoint (C2SP tlog-checkpoint in a signed note) --------------------------------------------------------


def chain_of(public):
    return sha256(public)[:4].hex()


def read_checkpoint(text, public):
    """Register, chain, size and root of a note that the holder of `public` signed."""
    need(text.endswith("\n") and "\r" not in text, "a checkpoint ends with a line feed, and has no other line end")
    lines = text.split("\n")
    need(len(lines) >= 6 and lines[3] == "", "not the lines of a checkpoint")
    origin, size, root = lines[:3]
    name = re.fullmatch(r"cairn/([^/]+)/([0-9a-f]{8})", origin)
    need(name, f"{origin!r} is not the origin of a register's chain")
    need(re.fullmatch(r"0|[1-9]\d*", size), f"{size!r} is not a size")
    root = unbase64(root, 32)
    ours = [line for line in lines[4:-1] if line.startswith(f"— {origin} ")]
    need(ours, f"no signature of {origin}")
    blob = unbase64(ours[0].rsplit(" ", 1)[1], 68)
    need(blob[:4] == sha256(origin.encode(), b"\n\x01", public)[:4], "signed by another key")
    verify(public, ("\n".join(lines[:3]) + "\n").encode(), blob[4:])
    need(name[2] == chain_of(public), "the key is not the one that names the chain")
    return name[1], name[2], int(size), root


# ---- Proof -----------------------------------------------------------------------------------------------------

PROOF = {"version", "entry", "public_key", "checkpoint", "path", "sections"}


def check_proof(proof, trusted=None):
    """Words that say what a proof shows."""
    need(isinstance(proof, dict) and set(proof) == PROOF, f"the members are not {sorted(PROOF)}")
    need(proof["version"] == 1, "the version is not 1")
    public = unbase64(proof["public_key"], 32)
    need(trusted is None or public == trusted, "the proof's key is not the one that you trust")
    is_entry(proof["entry"])
    chain, index = proof["entry"].split("-")
    register, of_note, size, root = read_checkpoint(proof["checkpoint"], public)
    need(chain == of_note, "entry and checkpoint are of different chains")
    digests, opened = [], []
    for s in proof["sections"]:
        need({"class", "digest"} <= set(s) <= {"class", "digest", "salt", "text"}, "a section has other members")
        need(("salt" in s) == ("text" in s), "a section is opened by half")
        digest = unhex(s["digest"], 32)
        if "salt" in s:
            need(section_digest(s) == digest, f"the opened class '{s['class']}' is not what was hashed")
            read_canonical(s["text"])
            opened.append(s["class"])
        digests.append((s["class"], digest))
    names = [name for name, _ in digests]
    need(names == [c for c in CLASSES if c in names], f"classes {names} are not in order")
    path = [unbase64(h, 32) for h in proof["path"]]
    led = path_root(leaf_hash(leaf_data(digests)), int(index), size, path)
    need(led == root, "the path does not lead from this entry to the checkpoint's root")
    closed = [c for c in names if c not in opened]
    return (
        f"entry {proof['entry']} stands in register {register}, chain {chain}, as it was at {size} entries; "
        f"opened: {', '.join(opened) or 'nothing'}; closed: {', '.join(closed) or 'nothing'}"
    )


# ---- Position and fold -----------------------------------------------------------------------------------------


def position_text(sizes):
    return ",".join(f"{chain}:{size}" for chain, size in sorted(sizes) if size)


def position_short(text):
    return "p" + sha256(text.encode())[:6].hex()


def read_batches(chain, entries):
    """The batches of a chain: opening, entries, seal, and nothing outside."""
    batches, open_at = [], None
    for seq, (kind, value) in enumerate(entries):
        if kind == "open":
            need(open_at is None, "a batch opens inside a batch")
            open_at = seq
            batch = {"key": (value["lamport"], chain, seq), "id": f"{chain}-{seq}", "undoes": []}
        else:
            need(open_at is not None, "an entry stands outside any batch")
            if kind == "seal":
                need(value == {"entries": seq - open_at - 1, "opening": open_at}, "the seal does not fit")
                batch["chain"], batch["end"] = chain, seq + 1
                batches.append(batch)
                open_at = None
            elif kind == "undo":
                batch["undoes"].append(value["batch"])
    need(open_at is None, "the last batch is not sealed")
    return batches


def undone_of(batches):
    """Which batch withdraws which, later undos settled first."""
    undone = {}
    for batch in sorted(batches, key=lambda b: b["key"], reverse=True):
        if batch["id"] not in undone:
            undone.update({target: batch["id"] for target in batch["undoes"]})
    return {target: by for target, by in undone.items() if target in {b["id"] for b in batches}}


# ---- The vectors -----------------------------------------------------------------------------------------------


def check_entries(v):
    for e in v:
        try:
            kind, _ = read_entry(e["sections"])
            need(kind == e["kind"], "another kind")
            data = leaf_data([(s["class"], section_digest(s)) for s in e["sections"]])
            need(data.decode() == e["leaf_data"], "another leaf data")
            need(leaf_hash(data).hex() == e["leaf_hash"], "another leaf hash")
        except Mismatch as error:
            raise Mismatch(f"entry '{e['name']}': {error}") from None
    need({e["kind"] for e in v} == set(KINDS), "not every kind of entry is there")
    for check, known in ALL:
        seen = SEEN.get(id(check), (None, None, set()))[2]
        need(seen == set(known), f"no entry has the members {sorted(set(known) - seen)}")
    return len(v)


def check_refused(v):
    for r in v:
        try:
            read_open(r["text"])
        except Mismatch:
            continue
        raise Mismatch(f"'{r['text']}' ({r['why']}) was not refused")
    return len(v)


def check_tree(v):
    leaves = [unhex(h, 32) for h in v["leaves"]]
    for i, leaf in enumerate(leaves):
        text = canonical({"leaf": i}).encode()
        made = leaf_hash(leaf_data([("open", sha256(bytes([i]) * 16, text))]))
        need(made == leaf, f"leaf {i}")
    need(len(v["roots"]) == 21, "not the roots of sizes 0 to 20")
    for size, root in enumerate(v["roots"]):
        need(tree_root(leaves[:size]).hex() == root, f"root of {size}")
    for p in v["proofs"]:
        path = [unhex(h, 32) for h in p["path"]]
        led = path_root(leaves[p["index"]], p["index"], p["size"], path)
        need(led.hex() == v["roots"][p["size"]], f"proof of leaf {p['index']} of {p['size']}")
    return len(leaves) + len(v["roots"]) + len(v["proofs"])


def check_checkpoints(v):
    for c in v:
        public = unbase64(c["public"], 32)
        need(public_of(unhex(c["secret"], 32)) == public, "the public key is not that of the secret")
        need(chain_of(public) == c["chain"], "the chain is not named by its key")
        read = read_checkpoint(c["note"], public)
        need(read == (c["register"], c["chain"], c["size"], unhex(c["root"], 32)), "another content")
        for changed in (c["note"].replace(f"\n{c['size']}\n", f"\n{c['size'] + 1}\n", 1), c["note"][:-6] + "AAAA=\n"):
            try:
                read_checkpoint(changed, public)
            except Mismatch:
                continue
            raise Mismatch("a changed note was not refused")
    return len(v)


def check_positions(v):
    for p in v:
        need(position_text(p["sizes"]) == p["text"], f"text of {p}")
        need(position_short(p["text"]) == p["short"], f"short id of {p}")
    return len(v)


def check_chains(v):
    batches = []
    for c in v["chains"]:
        public = unbase64(c["public"], 32)
        leaves = [leaf_of(leaf) for leaf in c["leaves"]]
        root = tree_root(leaves)
        need(root.hex() == c["root"], f"root of {c['chain']}")
        read = read_checkpoint(c["head"], public)
        need(read == (v["register"], c["chain"], len(leaves), root), f"head of {c['chain']}")
        batches += read_batches(c["chain"], [read_entry(leaf) for leaf in c["leaves"]])
    batches.sort(key=lambda b: b["key"])
    need([b["id"] for b in batches] == v["fold"], "the order of the fold")
    undone = undone_of(batches)
    need(undone == v["undone"], "which batches are withdrawn")
    need([b["id"] for b in batches if b["id"] not in undone] == v["effective"], "which batches stand")
    sizes = {}
    for b, moment in zip(batches, v["moments"], strict=True):
        sizes[b["chain"]] = b["end"]
        text = position_text(list(sizes.items()))
        need((b["id"], text, position_short(text)) == (moment["batch"], moment["position"], moment["short"]), text)
        then = [x for x in batches if x["end"] <= sizes.get(x["chain"], 0)]
        undone = undone_of(then)
        need([x["id"] for x in then if x["id"] not in undone] == moment["effective"], f"what stands at {text}")
    need(text == v["position"], "the position")
    return len(batches)


def check_proofs(v):
    for proof in v:
        check_proof(proof)
        other = json.loads(json.dumps(proof))
        other["path"] = other["path"][:-1]
        try:
            check_proof(other)
        except Mismatch:
            continue
        raise Mismatch("a shortened proof was not refused")
    return len(v)


SECTIONS = {
    "entries": check_entries,
    "refused": check_refused,
    "tree": check_tree,
    "checkpoints": check_checkpoints,
    "positions": check_positions,
    "two_chains": check_chains,
    "proofs": check_proofs,
}


def check_vectors():
    path = pathlib.Path(__file__).with_name("vectors.json")
    vectors = json.loads(path.read_text(encoding="utf-8"))
    need(vectors.pop("version") == 1, "the version is not 1")
    need(set(vectors) == set(SECTIONS), f"the parts are not {sorted(SECTIONS)}")
    counts = []
    for name, check in SECTIONS.items():
        try:
            counts.append(f"{name} {check(vectors[name])}")
        except Mismatch as e:
            raise Mismatch(f"{name}: {e}") from None
    return "all vectors hold: " + ", ".join(counts)


def read_file(name):
    data = sys.stdin.buffer.read() if name == "-" else pathlib.Path(name).read_bytes()
    return data.decode("utf-8")


def main():
    parser = argparse.ArgumentParser(description="Check the format of Cairn's log without Cairn.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--proof", metavar="FILE", help="a proof that 'cairn prove' printed")
    what.add_argument("--checkpoint", metavar="FILE", help="a checkpoint that was given away")
    parser.add_argument("--key", metavar="BASE64", help="the public key that you trust")
    args = parser.parse_args()
    if args.checkpoint and not args.key:
        parser.error("--checkpoint needs --key: a checkpoint does not carry its key")
    if args.key and not (args.checkpoint or args.proof):
        parser.error("--key goes with --checkpoint or --proof")
    try:
        key = unbase64(args.key, 32) if args.key else None
        if args.proof:
            print(check_proof(json.loads(read_file(args.proof)), key))
            if key is None:
                print("the key is the proof's own: give the one that you trust with --key to know who signed")
        elif args.checkpoint:
            register, chain, size, root = read_checkpoint(read_file(args.checkpoint), key)
            print(f"register {register}, chain {chain}, {size} entries, root {root.hex()}: signed by this key")
        else:
            print(check_vectors())
    except (Mismatch, KeyError, TypeError, ValueError) as e:
        print(f"check.py: {type(e).__name__}: {e}", file=sys.stderr)
        return 1
    except OSError as e:
        print(f"check.py: {e}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
