//! What is written about the conflict: a newspaper, a ministry and a monitor, who do not agree.

use jiff::civil::{Date, date};

use crate::DemoDocument;
use crate::lists;
use crate::people::Person;

pub(crate) const HOSPITAL: &str = "Tarvessa Central Hospital";
/// The monitor, who lists names and counts by the week.
pub const MONITOR: &str = "The Lantern Monitor";
pub(crate) const FAMILIES: &str = "The Circle of Families";
const MINISTRY: &str = "وزارة الصحة في تارفيسا";
const COURIER: &str = "The Tarvessa Courier";

const ARTICLE: &str = "article-market.txt";
const BULLETIN: &str = "bulletin-49.txt";
const REPORT: &str = "monitor-report.md";

/// One number that a text gives, as a careful reader would write it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// File name of the document.
    pub document: &'static str,
    /// The words, as they stand in it once.
    pub quote: String,
    /// Code of the vocabulary `metric`.
    pub metric: &'static str,
    /// Lowest; `None` is an open end.
    pub low: Option<i64>,
    /// Highest; `None` is an open end.
    pub high: Option<i64>,
    /// Who says it, in the text's words; `None` is the text itself.
    pub speaker: Option<&'static str>,
}

/// The numbers in the texts, from what the lists and the days hold.
struct Numbers {
    killed_by_article: usize,
    killed_by_bulletin: usize,
    children: usize,
    women: usize,
    listed: usize,
    listed_women: usize,
}

impl Numbers {
    fn new(seed: u64, persons: usize) -> Self {
        let until = |day: Date| (0..persons).filter(|n| Person::new(seed, *n).died <= day).count();
        let bulletin = date(2031, 4, 20);
        let dead = || (0..persons).map(|n| Person::new(seed, n)).filter(|p| p.died <= bulletin);
        let monitor = {
            let mut people = lists::monitor_persons(seed, persons);
            people.sort_unstable();
            people.dedup();
            people
        };
        Self {
            // The ministry adds what other hospitals report.
            killed_by_article: until(date(2031, 4, 19)) + 12,
            killed_by_bulletin: until(bulletin) + 26,
            children: dead().filter(|p| p.age < 18).count(),
            women: dead().filter(|p| p.woman && p.age >= 18).count(),
            listed: monitor.len(),
            listed_women: monitor.iter().filter(|n| Person::new(seed, **n).woman).count(),
        }
    }
}

/// `12345` as `12,345`.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

fn article(n: &Numbers) -> String {
    let killed = grouped(n.killed_by_article);
    let rival = grouped(n.killed_by_article / 2);
    format!(
        "Rivals give different tolls for the market of Harvenna\n\
         \n\
         HARVENNA, 20 April 2031. Shells struck the covered market of Harvenna on Friday evening, two days after the \
         talks had broken down. The Ministry of Health of Tarvessa said that 31 people had been killed and at least 84 \
         injured. Nine children were among the dead, the ministry said.\n\
         \n\
         A spokesman for the Ridge Front said that no more than 12 people had died. He denied that the front's guns had \
         fired on the town. The Lowland Guard accused the Ridge Front of the attack.\n\
         \n\
         The Lantern Monitor, which keeps a list of names, said it had verified 19 deaths. Six people are missing under the \
         rubble, according to the monitor.\n\
         \n\
         About 2,300 people fled the market quarter for Qasr Ulmira, the Relief Committee said. It counted 140 destroyed \
         homes.\n\
         \n\
         Since the fighting began on 3 March, {killed} people have been killed in Tarvessa, according to the Ministry of Health. \
         The Ridge Front puts the number at fewer than {rival}.\n\
         \n\
         Nobody was hurt in Brackensole, its mayor said. The Courier could not verify these numbers.\n"
    )
}

fn bulletin(n: &Numbers) -> String {
    let Numbers { killed_by_bulletin: killed, children, women, .. } = n;
    format!(
        "وزارة الصحة في تارفيسا\n\
         النشرة اليومية رقم 49\n\
         الاثنين 21 أبريل 2031\n\
         \n\
         وصل إلى مستشفيات تارفيسا خلال الساعات الـ24 الماضية 14 قتيلا و37 جريحا.\n\
         \n\
         وبلغ عدد القتلى منذ 3 مارس {killed} قتيلا، بينهم {children} طفلا و{women} امرأة.\n\
         \n\
         ولا يزال 6 أشخاص في عداد المفقودين تحت الأنقاض في حرفينا.\n\
         \n\
         وتصحح الوزارة ما ورد في النشرة رقم 48: عدد قتلى السوق 29 قتيلا، وليس 31 قتيلا، إذ تكرر اسمان.\n"
    )
}

fn report(n: &Numbers) -> String {
    let Numbers { listed, listed_women, killed_by_bulletin, .. } = n;
    let (listed, listed_women) = (grouped(*listed), grouped(*listed_women));
    let ministry = grouped(*killed_by_bulletin);
    format!(
        "# The Lantern Monitor: third report\n\
         \n\
         2 May 2031\n\
         \n\
         ## Killed\n\
         \n\
         Between 3 March and 30 April 2031 we documented {listed} people killed in Tarvessa, {listed_women} of them women and \
         girls. We list a person only when two of our people have spoken to a relative. The Ministry of Health had counted \
         {ministry} deaths by 20 April.\n\
         \n\
         ## The market of Harvenna\n\
         \n\
         In our second report we wrote that 22 people were killed in the market on 18 April. That was wrong: three names were \
         entered twice, and 19 people were killed. The Ministry of Health said 31, and later 29.\n\
         \n\
         ## Detained\n\
         \n\
         At least 40 men were detained in Ostrozirka between 5 and 12 April, their families told us. The Lowland Guard admitted \
         that it holds 11 people. Two of those released said that they had been beaten.\n\
         \n\
         ## Homes\n\
         \n\
         Our survey of 28 April counted 163 homes destroyed and between 350 and 400 damaged in Harvenna.\n"
    )
}

pub(crate) fn documents(seed: u64, persons: usize) -> Vec<DemoDocument> {
    let numbers = Numbers::new(seed, persons);
    let text = |name: &str, words: String, published: &str, publisher: &str| DemoDocument {
        name: name.to_owned(),
        bytes: words.into_bytes(),
        published: Some(published.to_owned()),
        publisher: Some(publisher.to_owned()),
        is_list: false,
    };
    vec![
        text(ARTICLE, article(&numbers), "2031-04-20", COURIER),
        text(BULLETIN, bulletin(&numbers), "2031-04-21", MINISTRY),
        text(REPORT, report(&numbers), "2031-05-02", MONITOR),
    ]
}

/// The numbers of people and homes that the texts of [`crate::documents`] give.
#[must_use]
pub fn said(seed: u64, persons: usize) -> Vec<Said> {
    let n = Numbers::new(seed, persons);
    let whole = |n: usize| Some(i64::try_from(n).unwrap_or(i64::MAX));
    let exact = |document, quote: &str, metric, number: usize, speaker| Said {
        document,
        quote: quote.to_owned(),
        metric,
        low: whole(number),
        high: whole(number),
        speaker,
    };
    let ministry = Some("The Ministry of Health of Tarvessa");
    let (front, monitor) = (Some("A spokesman for the Ridge Front"), Some("The Lantern Monitor"));
    let committee = Some("the Relief Committee");
    let rival = n.killed_by_article / 2;
    vec![
        exact(ARTICLE, "31 people had been killed", "killed", 31, ministry),
        Said { high: None, ..exact(ARTICLE, "at least 84 injured", "injured", 84, ministry) },
        exact(ARTICLE, "Nine children were among the dead", "killed", 9, Some("the ministry")),
        Said { low: None, ..exact(ARTICLE, "no more than 12 people had died", "killed", 12, front) },
        exact(ARTICLE, "verified 19 deaths", "killed", 19, monitor),
        exact(ARTICLE, "Six people are missing", "missing", 6, Some("the monitor")),
        exact(ARTICLE, "About 2,300 people fled", "displaced", 2300, committee),
        exact(ARTICLE, "140 destroyed homes", "homes_destroyed", 140, committee),
        exact(
            ARTICLE,
            &format!("{} people have been killed", grouped(n.killed_by_article)),
            "killed",
            n.killed_by_article,
            Some("the Ministry of Health"),
        ),
        Said {
            low: None,
            ..exact(
                ARTICLE,
                &format!("fewer than {}", grouped(rival)),
                "killed",
                rival.saturating_sub(1),
                Some("The Ridge Front"),
            )
        },
        exact(BULLETIN, "14 قتيلا", "killed", 14, Some(MINISTRY)),
        exact(BULLETIN, "37 جريحا", "injured", 37, Some(MINISTRY)),
        exact(
            BULLETIN,
            &format!("{} قتيلا، بينهم", n.killed_by_bulletin),
            "killed",
            n.killed_by_bulletin,
            Some(MINISTRY),
        ),
        exact(BULLETIN, &format!("{} طفلا", n.children), "killed", n.children, Some(MINISTRY)),
        exact(BULLETIN, &format!("{} امرأة", n.women), "killed", n.women, Some(MINISTRY)),
        exact(BULLETIN, "6 أشخاص في عداد المفقودين", "missing", 6, Some(MINISTRY)),
        exact(BULLETIN, "29 قتيلا", "killed", 29, Some(MINISTRY)),
        exact(REPORT, &format!("{} people killed", grouped(n.listed)), "killed", n.listed, None),
        exact(
            REPORT,
            &format!("{} of them women and girls", grouped(n.listed_women)),
            "killed",
            n.listed_women,
            None,
        ),
        exact(
            REPORT,
            &format!("{} deaths by 20 April", grouped(n.killed_by_bulletin)),
            "killed",
            n.killed_by_bulletin,
            Some("The Ministry of Health"),
        ),
        exact(REPORT, "19 people were killed", "killed", 19, None),
        Said {
            high: None,
            ..exact(REPORT, "At least 40 men were detained", "detained", 40, Some("their families"))
        },
        exact(REPORT, "holds 11 people", "detained", 11, Some("The Lowland Guard")),
        exact(REPORT, "163 homes destroyed", "homes_destroyed", 163, None),
        Said { high: Some(400), ..exact(REPORT, "between 350 and 400 damaged", "homes_damaged", 350, None) },
    ]
}
