//! How fast the engine reads news-like English: `cargo bench -p cairn-extract`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

use cairn_extract::{Request, extract};

/// Invented news: about one sentence in five holds a figure, as in the agency reports we measured against.
const SENTENCES: [&str; 15] = [
    "At least 14 people were killed and 32 wounded when shells hit the market in Oldbridge on Tuesday, officials said.",
    "The river had risen overnight, and many of those who came to the square had walked from the hills since dawn.",
    "\"We did not expect anybody to come back so soon,\" the owner of a small bakery told reporters, looking at the road.",
    "Traders reopened their stalls in the old quarter, although the bridge stayed closed to lorries for another week.",
    "The council will meet again to discuss the winter budget and the state of the northern road, its chairman added.",
    "According to the Norland Ministry of Health, 1,240 families were displaced from Eastvale between 3 and 9 May.",
    "Analysts have long argued that the two sides hold very different views of what the agreement of that spring meant.",
    "A delegation is expected to arrive in the capital, where talks about the exchange of goods have stalled for years.",
    "Some of the older residents remember a time when the ferry ran twice a day and nobody asked for papers at all.",
    "In the villages along the valley, teachers have kept lessons going in cellars, with blackboards made from doors.",
    "Southern forces destroyed 56 homes in the village of Greenford, the monitoring group reported, but gave no details.",
    "The orchards were in bloom when the engineers returned to look at the pumping station and its broken windows.",
    "Nobody could say when the trains would run again, nor who would pay for the repair of the long tunnel.",
    "Music played in the park until late, and children chased each other around the fountain as the lamps came on.",
    "It was the first market day since the snow, and prices for flour, oil and candles were higher than in autumn.",
];

fn throughput(c: &mut Criterion) {
    let mut text = String::new();
    for i in 0..4000 {
        text.push_str(SENTENCES[i * 7 % SENTENCES.len()]);
        text.push_str(if i % 4 == 3 { "\n\n" } else { " " });
    }
    let published = Some(jiff::civil::date(2024, 5, 10));
    let request = Request { text: &text, published, lang: Some("en") };
    assert!(extract(&request).len() > 500);
    let mut group = c.benchmark_group("extract");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sample_size(10);
    group.bench_function("english news", |b| b.iter(|| extract(std::hint::black_box(&request))));
    group.finish();
}

criterion_group!(benches, throughput);
criterion_main!(benches);
