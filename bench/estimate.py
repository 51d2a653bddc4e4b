#!/usr/bin/env python3
"""How fast estimation is, beside R's packages in the same run where Rscript has them.

  cargo build --release -p cairn && cargo build --release -p cairn-estimate --example sweeps
  bench/estimate.py [TABLES] [--target DIR]

TABLES is a folder of capture tables (kosovo.csv, ukdat.csv, ned_5.csv, …; a column of 0 and 1 a list, and `count`);
without it, the one under CAIRN_SHARED. A package that is not there is said to be absent, and the seconds that it took
once on an idle machine of two cores stand in its place: LCMCR 0.4.14, dga 2.0.2, SparseMSE 2.0.1,
MultipleSystemsEstimation 1.2.0. Ours are the least of three runs of the whole program, start and reading included:
processor seconds beside R's (which uses one core), and wall time where the goal is one of wall time, unless the machine
is busy.
"""
import argparse, os, pathlib, shutil, subprocess, sys, tempfile

RUNS = 3
SWEEPS = 100_000

LCMCR = [('kosovo', 10, 11.3, 1.5), ('ukdat', 10, 13.0, 2.5), ('verdata_reclut_hombre_1999_R1', 15, 73.4, 4)]
DGA = [('kosovo', 4, .086, None, None), ('ukdat_5', 5, .57, 180, 5), ('ned_5', 5, 2.51, 541, 15)]
SPARSE = [('kosovo', 27), ('ned_5', 64), ('ned', 154)]

PREPARE = '''
d <- read.csv("FILE"); d$count <- as.integer(d$count); lists <- setdiff(names(d), "count"); n <- sum(d$count)
'''
R = {
    'LCMCR': PREPARE + '''
suppressMessages(library(LCMCR))
df <- as.data.frame(lapply(d[lists], function(x) factor(x, levels = c(0, 1)))); df$Freq <- d$count
s <- lcmCR(captures = df, tabular = TRUE, in_list_label = "1", not_in_list_label = "0", K = CLASSES, a_alpha = 0.25,
           b_alpha = 0.25, seed = 1, buffer_size = 10000, thinning = 1000, verbose = FALSE)
t <- system.time(lcmCR_PostSampl(s, burnin = 1000, samples = (SWEEPS - 1000) / 50, thinning = 50, output = FALSE))
''',
    'dga': PREPARE + '''
suppressMessages(library(dga)); p <- length(lists)
e <- new.env(); data(list = paste0("graphs", p), package = "dga", envir = e); graphs <- get(paste0("graphs", p), envir = e)
y <- rep(0, 2^p)
for (i in seq_len(nrow(d))) { at <- 1 + sum(2^(seq_len(p) - 1) * unlist(d[i, lists])); y[at] <- y[at] + d$count[i] }
t <- system.time(bma.cr(array(y, rep(2, p)), 1:(10 * n), delta = 2^-p, graphs))
''',
    'SparseMSE': PREPARE + '''
suppressMessages(library(SparseMSE))
t <- system.time(estimatepopulation(as.matrix(d[c(lists, "count")]), nboot = 1000, iseed = 1234, alpha = c(0.025, 0.975)))
''',
    'MultipleSystemsEstimation': PREPARE + '''
suppressMessages(library(MultipleSystemsEstimation))
t <- system.time(estimate_population_bic(as.matrix(d[c(lists, "count")]), nboot = 0))
''',
}


def run(command):
    """Wall and processor seconds, and memory in MB, of the least of some runs; exit 1 is a refusal and counts."""
    best = None
    for _ in range(RUNS):
        with open(os.devnull, 'w') as null:
            start = os.times().elapsed
            child = subprocess.Popen(command, stdout=null, stderr=subprocess.PIPE)
            words = child.stderr.read().decode()
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            sys.exit(f'{" ".join(map(str, command))}: {words}')
        it = (os.times().elapsed - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
        best = it if best is None else tuple(map(min, best, it))
    return best


def in_r(package, **words):
    """Wall seconds and memory of R doing the same now; none when it or the package is absent."""
    if not shutil.which('Rscript'):
        return None
    has = subprocess.run(['Rscript', '-e', f'quit(status = !requireNamespace("{package}", quietly = TRUE))'],
                         capture_output=True)
    if has.returncode:
        return None
    script = R[package] + '\ncat("seconds", t[["elapsed"]], "\\n")\n'
    for name, value in words.items():
        script = script.replace(name, str(value))
    with tempfile.NamedTemporaryFile('w', suffix='.R') as file:
        file.write(script)
        file.flush()
        child = subprocess.Popen(['Rscript', file.name], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = child.stdout.read().decode()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        return None
    return float(said.split('seconds')[-1]), used.ru_maxrss / 1024


def line(what, ours, theirs, quoted, goal, extra=''):
    now = '' if quoted else ' now'
    ratio = theirs[0] / ours[0]
    held = '' if goal is None else 'holds' if ratio >= goal else 'MISSED'
    print(f'| {what} | {ours[1]} | {theirs[1]}{now} | {ratio:.1f} | {goal or "–"} | {held}{extra} |', flush=True)


def main():
    shared = os.environ.get('CAIRN_SHARED')
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument('tables', nargs='?', default=shared and f'{shared}/bench/estimation/tables')
    ask.add_argument('--target', default=os.environ.get('CARGO_TARGET_DIR', 'target'))
    said = ask.parse_args()
    if not said.tables:
        ask.error('name the folder of tables, or set CAIRN_SHARED')
    tables, release = pathlib.Path(said.tables), pathlib.Path(said.target) / 'release'
    cairn, sweeps = release / 'cairn', release / 'examples' / 'sweeps'
    for built in (cairn, sweeps):
        if not built.exists():
            ask.error(f'{built} is not there: build it as said above')

    def table(name):
        return tables / f'{name}.csv'

    def estimate(name, method, *more):
        return run([cairn, 'estimate', table(name), '--method', method, '--format', 'csv', '--quiet', *more])

    absent = [p for p in R if in_r(p, FILE=table('kosovo'), CLASSES=2, SWEEPS=2000) is None] if shutil.which('Rscript') \
        else list(R)
    why = 'R is not installed' if not shutil.which('Rscript') else 'not installed: ' + ', '.join(absent)
    print(f'load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {why if absent else "all of R here"}'
          + ("; theirs are as measured once on an idle machine" if absent else ''))
    print('| what | here | R | ratio | goal | |\n| --- | --- | --- | --- | --- | --- |')

    for name, classes, quoted, goal in LCMCR:
        wall, cpu, memory = run([sweeps, table(name), str(classes), str(SWEEPS)])
        r = in_r('LCMCR', FILE=table(name), CLASSES=classes, SWEEPS=SWEEPS)
        us = cpu * 1e6 / SWEEPS
        theirs = r[0] * 1e6 / SWEEPS if r else quoted
        line(f'LCMCR sweep, {name}, K = {classes}', (us, f'{us:.1f} µs'), (theirs, f'{theirs:.1f} µs'), not r, goal)
    # A busy machine makes wall time meaningless: then processor seconds, which two cores only halve, stand for it.
    busy = os.getloadavg()[0] > os.cpu_count()
    by = 'processor seconds, the machine is busy' if busy else 'wall'
    # What the program holds before it estimates anything; R's figure is of its matrices alone.
    base = estimate('my_3list', 'm0')[2]

    for name, lists, quoted, quoted_memory, goal in DGA:
        wall, cpu, memory = estimate(name, 'dga')
        ours = cpu if busy else wall
        r = in_r('dga', FILE=table(name))
        theirs, their_memory = r or (quoted, quoted_memory)
        extra = (f'; memory 1/{their_memory / max(memory - base, 1):.0f}, the whole program 1/{their_memory / memory:.0f}'
                 if their_memory else '')
        line(f'dga, {name}, {lists} lists, four priors beside one, {by}',
             (ours, f'{ours:.3f} s, {memory - base:.1f} MB above {base:.0f}'),
             (theirs, f'{theirs:.2f} s' + (f', {their_memory:.0f} MB' if their_memory else '')), not r, goal, extra)
    for name in ('ukdat', 'ned'):
        wall, cpu, memory = estimate(name, 'dga')
        ours = cpu if busy else wall
        print(f'| dga, {name}, 6 lists, {by} | {ours:.2f} s, {memory:.1f} MB | stops at 5 | – | 3 s '
              f'| {"holds" if ours <= 3 else "MISSED"} |')

    for name, quoted in SPARSE:
        wall, cpu, _ = estimate(name, 'sparse')
        r = in_r('SparseMSE', FILE=table(name))
        theirs = r[0] if r else quoted
        line(f'SparseMSE, {name}, bootstrap of 1,000', (cpu, f'{cpu:.2f} s'), (theirs, f'{theirs:.0f} s'), not r, 20)

    for name, quoted in (('ned_5', 7.7), ('ukdat_5', 7.7)):
        wall, cpu, _ = estimate(name, 'loglinear')
        r = in_r('MultipleSystemsEstimation', FILE=table(name))
        theirs = r[0] if r else quoted
        ours = cpu if busy else wall
        line(f'6,893 hierarchical models, {name}, {by}', (ours, f'{ours:.2f} s'), (theirs, f'{theirs:.1f} s'), not r, None,
             'within 0.5 s' if ours <= .5 else 'MISSED: 0.5 s')


main()
