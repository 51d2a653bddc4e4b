//! Any numbers and any words give a drawing that is well formed, holds no NaN, and keeps its marks inside the frame.

use cairn_chart::{
    Bar, Bars, Chain, Chart, Combination, Density, Head, Interval, List, Look, Mark, Overlap, Point, Row,
    Series, Speaker, Theme, Traces, Waterfall, WaterfallStep, Whiskers, draw,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::{golden, marks};

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -10.0..5000.0,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, f64::NAN, f64::INFINITY, 1e308, -1e308, 1e-300, 9e18]),
    ]
}

fn day() -> impl Strategy<Value = Date> {
    let from = date(2031, 3, 3);
    prop_oneof![
        6 => (0i64..900).prop_map(move |n| from.checked_add(jiff::Span::new().days(n)).unwrap()),
        1 => (-9000i16..9000, 1i8..13, 1i8..29).prop_map(|(y, m, d)| date(y, m, d)),
    ]
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![".{0,60}", "[a-z <>&\"']{0,20}", Just("مستشفى \u{202E}تارفيسا</text>".to_owned())]
}

fn look() -> impl Strategy<Value = Look> {
    let lang = prop::sample::select(vec!["en", "ar", "he", "uk", "es"]);
    let theme = prop::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark]);
    (lang, 0u32..2600, theme).prop_map(|(lang, width, theme)| Look::new(lang, width).unwrap().themed(theme))
}

fn head() -> impl Strategy<Value = Head> {
    (words(), words(), prop::collection::vec(words(), 0..3)).prop_map(|(title, subtitle, notes)| Head {
        title,
        subtitle,
        notes,
    })
}

fn point() -> impl Strategy<Value = Point> {
    let ends = (prop::option::of(value()), prop::option::of(value()));
    (day(), day(), ends, any::<bool>(), prop::option::of(words()), words()).prop_map(
        |(from, to, (low, high), replaced, finding, account)| Point {
            from,
            to,
            low,
            high,
            replaced,
            finding,
            account,
        },
    )
}

fn row() -> impl Strategy<Value = Row> {
    let ends = (prop::option::of(value()), prop::option::of(value()), prop::option::of(value()));
    (words(), words(), ends, any::<bool>(), prop::option::of(words())).prop_map(
        |(label, detail, (low, high, point), chosen, refused)| Row {
            label,
            detail,
            low,
            high,
            point,
            chosen,
            refused,
            account: String::new(),
        },
    )
}

fn chart() -> impl Strategy<Value = Chart> {
    let some = |most| 0usize..most;
    let speaker = (words(), prop::collection::vec(point(), some(30)))
        .prop_map(|(name, points)| Speaker { name, points });
    let series = (
        head(),
        words(),
        any::<bool>(),
        prop::option::of(0u32..400),
        prop::collection::vec(speaker, some(15)),
    )
        .prop_map(|(head, axis, running_total, gap_days, speakers)| {
            Chart::Series(Series { head, axis, running_total, gap_days, others: 3, speakers })
        });
    let mark = (value(), prop::option::of(value()), words()).prop_map(|(value, high, label)| Mark {
        value,
        high,
        label,
    });
    let whiskers = (head(), any::<bool>(), prop::option::of(mark), prop::collection::vec(row(), some(70)))
        .prop_map(|(head, from_zero, mark, rows)| {
            Chart::Whiskers(Whiskers { head, axis: "x".to_owned(), from_zero, cap: None, mark, rows })
        });
    let bar = (words(), words(), value(), prop::option::of(value()))
        .prop_map(|(group, label, low, high)| Bar { group, label, low, high });
    let bars = (head(), words(), prop::collection::vec(bar, some(90)))
        .prop_map(|(head, axis, bars)| Chart::Bars(Bars { head, axis, bars }));
    let combination = (prop::collection::vec(0usize..7, 0..5), value())
        .prop_map(|(lists, people)| Combination { lists, people });
    let list = words().prop_map(|name| List { name });
    let overlap =
        (head(), prop::collection::vec(list, some(8)), prop::collection::vec(combination, some(60)))
            .prop_map(|(head, lists, combinations)| Chart::Overlap(Overlap { head, lists, combinations }));
    let interval = (value(), value(), value()).prop_map(|(low, point, high)| Interval { low, point, high });
    let density = (head(), prop::collection::vec((value(), value()), some(200)), prop::option::of(interval))
        .prop_map(|(head, values, interval)| {
            Chart::Density(Density { head, axis: String::new(), values, interval })
        });
    let chain = (words(), prop::collection::vec(value(), some(200)), 0u64..1000)
        .prop_map(|(name, draws, every)| Chain { name, draws, every });
    let traces = (head(), prop::collection::vec(chain, some(10)))
        .prop_map(|(head, chains)| Chart::Traces(Traces { head, axis: "y".to_owned(), chains }));
    let step =
        (words(), words(), value()).prop_map(|(label, detail, value)| WaterfallStep { label, detail, value });
    let waterfall = (head(), words(), prop::collection::vec(step, some(60)), words())
        .prop_map(|(head, axis, steps, sum)| Chart::Waterfall(Waterfall { head, axis, steps, sum }));
    prop_oneof![series, whiskers, bars, overlap, density, traces, waterfall]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_numbers_stay_inside_the_frame(chart in chart(), look in look()) {
        let drawing = draw(&chart, &look).unwrap();
        marks::check("any", &drawing.svg);
        let width = drawing.table.header.len();
        prop_assert!(drawing.table.rows.iter().all(|r| r.len() == width));
        let _ = (drawing.table.csv(), drawing.table.html(&look));
    }

    #[test]
    fn any_areas_stay_inside_the_frame(
        rings in prop::collection::vec(prop::collection::vec((-180.0..180.0f64, -90.0..90.0f64), 0..12), 0..6),
        figures in prop::collection::vec((0usize..7, prop::option::of(value()), prop::option::of(value())), 0..8),
        look in look(),
    ) {
        let feature = |(i, r): (usize, &Vec<(f64, f64)>)| serde_json::json!({
            "type": "Feature", "properties": {"pcode": i.to_string()},
            "geometry": {"type": "Polygon", "coordinates": [r]},
        });
        let features: Vec<_> = rings.iter().enumerate().map(feature).collect();
        let geojson = serde_json::json!({"type": "FeatureCollection", "features": features}).to_string();
        let figure = |(code, low, high): (usize, Option<f64>, Option<f64>)|
            cairn_chart::AreaFigure { code: code.to_string(), low, high };
        let map = cairn_chart::Map {
            boundaries: cairn_chart::Boundaries {
                geojson, code: "pcode".to_owned(), name: "name".to_owned(), ..Default::default()
            },
            figures: figures.into_iter().map(figure).collect(),
            ..Default::default()
        };
        marks::check("areas", &draw(&Chart::Map(map), &look).unwrap().svg);
    }
}

#[test]
fn boundaries_name_their_source_and_endorse_nothing() {
    let map = golden::cases().into_iter().find(|(name, _)| name == "map").unwrap().1;
    for lang in ["en", "ar", "he", "uk", "es"] {
        let svg = draw(&map, &Look::new(lang, 1040).unwrap()).unwrap().svg;
        assert!(svg.contains("Survey Office of Tarvessa") && svg.contains("January 2030"), "{lang}");
    }
}

#[test]
fn time_runs_from_the_right_where_reading_does() {
    let point = |d| Point {
        from: d,
        to: d,
        low: Some(5.0),
        high: Some(5.0),
        replaced: false,
        finding: None,
        account: String::new(),
    };
    let points = vec![point(date(2031, 3, 3)), point(date(2031, 6, 3))];
    let series = Series { speakers: vec![Speaker { name: "x".to_owned(), points }], ..Series::default() };
    let first_marker = |look: &Look| {
        let svg = draw(&Chart::Series(series.clone()), look).unwrap().svg;
        let marker =
            svg.lines().find(|l| l.starts_with("<circle") && l.contains("<title>")).unwrap().to_owned();
        marker.split("cx=\"").nth(1).unwrap().split('"').next().unwrap().parse::<f64>().unwrap()
    };
    let (ltr, rtl) = (Look::new("en", 1000).unwrap(), Look::new("ar", 1000).unwrap());
    assert!(first_marker(&ltr) < 200.0 && first_marker(&rtl) > 800.0);
    let svg = draw(&Chart::Series(series.clone()), &rtl).unwrap().svg;
    assert!(svg.contains("direction=\"rtl\"") && svg.contains("مارس") && !svg.contains(">5<"));
}

#[test]
fn foreign_words_are_escaped_and_isolated() {
    let row =
        Row { label: "<script>x</script> & قرية\u{202E}".to_owned(), low: Some(1.0), ..Row::default() };
    let chart = Chart::Whiskers(Whiskers { rows: vec![row], ..Whiskers::default() });
    let svg = draw(&chart, &Look::new("en", 1040).unwrap()).unwrap().svg;
    assert!(!svg.contains("<script") && !svg.contains('\u{202E}'));
    assert!(svg.contains("\u{2068}&lt;script&gt;x&lt;/script&gt; &amp; قرية\u{2069}"));
}
