#!/usr/bin/env python3
"""linkage_splink.py RECORDS.csv heavy|lean OUT.csv: Splink on DuckDB with the settings that bench/linkage.py compares.

Writes record,cluster at 0.95 and prints candidate pairs as JSON. Run by bench/linkage.py in an environment of its own."""
import json
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

LEAN = [
    ["given", "family"],
    ["given", "father", "place"],
    ["father", "grandfather", "family"],
    ["given", "dob"],
    ["family", "dob"],
    ["family", "dod"],
    ["given", "father", "dod"],
    ["given", "father", "grandfather", "sex"],
]
HEAVY = LEAN + [
    ["given", "father"],
    ["given", "dod"],
    ["family", "place"],
    ["dob", "sex"],
    ["substr(given,1,3)", "substr(family,1,3)", "place"],
    ["father", "family"],
    ["given", "place", "age"],
    ["substr(given,1,3)", "substr(family,1,4)", "dod"],
    ["family", "age", "sex"],
]


def main():
    records, setting, out = sys.argv[1:]
    con = duckdb.connect()
    con.execute("set threads=2")
    con.execute("create table records as select * from read_csv(?, all_varchar=true)", [records])
    api = DuckDBAPI(connection=con)
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="rec_id",
        blocking_rules_to_generate_predictions=[block_on(*r) for r in (HEAVY if setting == "heavy" else LEAN)],
        comparisons=[
            cl.NameComparison("given"),
            cl.NameComparison("father"),
            cl.NameComparison("grandfather"),
            cl.NameComparison("family"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("sex"),
            cl.AbsoluteDateDifferenceAtThresholds(
                "dod", input_is_string=True, metrics=["day", "day"], thresholds=[3, 31]
            ),
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )
    linker = Linker(api.register(con.table("records")), settings)
    sure = [block_on("given", "father", "family", "dob"), block_on("given", "father", "grandfather", "family")]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.35)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in [block_on("given", "father", "family"), block_on("dob", "family")]:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    blocked = linker.inference.compute_blocked_pairs_for_predict()
    count = lambda table: con.execute(f"select count(*) from {table.physical_name}").fetchall()[0][0]
    candidates = count(blocked)
    scored = linker.inference.predict(threshold_match_probability=0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold_match_probability=0.95)
    query = f"select rec_id as record, cluster_id as cluster from {clusters.physical_name}"
    con.execute(f"copy ({query}) to '{out}' (header)")
    print(json.dumps({"candidate_pairs": candidates, "links": count(scored)}))


main()
