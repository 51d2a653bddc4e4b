//! One people in two languages: lists in uk and in ru, in he and romanised. Given names are common ones,
//! families are invented; who is who is known because the lists are made here.

use crate::common::{Dice, run};
use cairn_link::{Options, Quality, RecordNames, Table, evaluate, infer};
use std::collections::BTreeMap;

/// A man's name in uk and ru and the patronymic made of it, son's and daughter's.
pub const MEN: [[&str; 6]; 16] = [
    ["Олександр", "Александр", "Олександрович", "Олександрівна", "Александрович", "Александровна"],
    ["Микола", "Николай", "Миколайович", "Миколаївна", "Николаевич", "Николаевна"],
    ["Олексій", "Алексей", "Олексійович", "Олексіївна", "Алексеевич", "Алексеевна"],
    ["Сергій", "Сергей", "Сергійович", "Сергіївна", "Сергеевич", "Сергеевна"],
    ["Дмитро", "Дмитрий", "Дмитрович", "Дмитрівна", "Дмитриевич", "Дмитриевна"],
    ["Іван", "Иван", "Іванович", "Іванівна", "Иванович", "Ивановна"],
    ["Василь", "Василий", "Васильович", "Василівна", "Васильевич", "Васильевна"],
    ["Михайло", "Михаил", "Михайлович", "Михайлівна", "Михайлович", "Михайловна"],
    ["Андрій", "Андрей", "Андрійович", "Андріївна", "Андреевич", "Андреевна"],
    ["Віктор", "Виктор", "Вікторович", "Вікторівна", "Викторович", "Викторовна"],
    ["Юрій", "Юрий", "Юрійович", "Юріївна", "Юрьевич", "Юрьевна"],
    ["Петро", "Пётр", "Петрович", "Петрівна", "Петрович", "Петровна"],
    ["Євген", "Евгений", "Євгенович", "Євгенівна", "Евгеньевич", "Евгеньевна"],
    ["Григорій", "Григорий", "Григорович", "Григорівна", "Григорьевич", "Григорьевна"],
    ["Володимир", "Владимир", "Володимирович", "Володимирівна", "Владимирович", "Владимировна"],
    ["Павло", "Павел", "Павлович", "Павлівна", "Павлович", "Павловна"],
];

const WOMEN: [[&str; 2]; 14] = [
    ["Олена", "Елена"],
    ["Ганна", "Анна"],
    ["Наталія", "Наталья"],
    ["Тетяна", "Татьяна"],
    ["Ірина", "Ирина"],
    ["Катерина", "Екатерина"],
    ["Марія", "Мария"],
    ["Оксана", "Оксана"],
    ["Людмила", "Людмила"],
    ["Світлана", "Светлана"],
    ["Юлія", "Юлия"],
    ["Вікторія", "Виктория"],
    ["Надія", "Надежда"],
    ["Любов", "Любовь"],
];

fn uk_family(dice: &mut Dice) -> String {
    let starts =
        ["Грим", "Бойч", "Ковт", "Радч", "Швид", "Мельн", "Пилип", "Стрі", "Кири", "Доль", "Жура", "Вовч"];
    let middles = ["", "ин", "ів", "ел", "ар", "он", "уш", "ит"];
    let ends = ["енко", "ук", "чук", "ський", "ко", "ак", "ець", "ишин"];
    let pick = |d: &mut Dice, from: &[&str]| from[d.roll(from.len())].to_owned();
    pick(dice, &starts) + &pick(dice, &middles) + &pick(dice, &ends)
}

/// The same family as a clerk writes it in ru.
fn ru_family(family: &str) -> String {
    let mut out = String::new();
    for c in family.chars() {
        match c {
            'і' | 'ї' => out.push('и'),
            'и' => out.push('ы'),
            'є' => out.push('е'),
            'ґ' => out.push('г'),
            other => out.push(other),
        }
    }
    out.replace("ськый", "ский").replace("ышын", "ишин").replace("ець", "ец").replace("цьк", "цк")
}

pub const HEBREW: [[&str; 3]; 24] = [
    ["יוסף", "Yosef", "Joseph"],
    ["משה", "Moshe", "Mosheh"],
    ["אברהם", "Avraham", "Abraham"],
    ["יצחק", "Yitzhak", "Itzhak"],
    ["דוד", "David", "Dawid"],
    ["שמואל", "Shmuel", "Shemuel"],
    ["חיים", "Haim", "Chaim"],
    ["יעקב", "Yaakov", "Jacob"],
    ["אליהו", "Eliyahu", "Eliahu"],
    ["גיל", "Gil", "Gil"],
    ["עומר", "Omer", "Omer"],
    ["נועם", "Noam", "No'am"],
    ["איתי", "Itai", "Itay"],
    ["שרה", "Sarah", "Sara"],
    ["רחל", "Rachel", "Rahel"],
    ["מיכל", "Michal", "Mikhal"],
    ["נועה", "Noa", "Noah"],
    ["תמר", "Tamar", "Tamar"],
    ["יעל", "Yael", "Ya'el"],
    ["חנה", "Hannah", "Chana"],
    ["אסתר", "Esther", "Ester"],
    ["שירה", "Shira", "Shirah"],
    ["רבקה", "Rivka", "Rebecca"],
    ["לאה", "Leah", "Lea"],
];

/// A family of three or four letters, in Hebrew and as two people might romanise it.
fn hebrew_family(dice: &mut Dice) -> [String; 3] {
    let letters = [
        ("ב", "b", "v"),
        ("ג", "g", "g"),
        ("ד", "d", "d"),
        ("ז", "z", "z"),
        ("ח", "h", "ch"),
        ("ט", "t", "t"),
        ("כ", "k", "ch"),
        ("ל", "l", "l"),
        ("מ", "m", "m"),
        ("נ", "n", "n"),
        ("ס", "s", "s"),
        ("פ", "p", "f"),
        ("צ", "tz", "ts"),
        ("ק", "k", "k"),
        ("ר", "r", "r"),
        ("ש", "sh", "sh"),
        ("ת", "t", "t"),
    ];
    let mut out: [String; 3] = Default::default();
    let n = 3 + dice.roll(2);
    for i in 0..n {
        let (he, a, b) = letters[dice.roll(letters.len())];
        out[0].push_str(he);
        out[1].push_str(a);
        out[2].push_str(if dice.roll(3) == 0 { b } else { a });
        if i + 1 < n {
            let (vowel, other) = [("a", "a"), ("e", "a"), ("o", "o"), ("i", "i")][dice.roll(4)];
            if vowel == "o" {
                out[0].push('ו');
            } else if vowel == "i" {
                out[0].push('י');
            }
            out[1].push_str(vowel);
            out[2].push_str(if dice.roll(4) == 0 { other } else { vowel });
        }
    }
    let capital = |w: &str| w[..1].to_uppercase() + &w[1..];
    [out[0].clone(), capital(&out[1]), capital(&out[2])]
}

const HEADERS: [&str; 6] = ["id", "name", "sex", "date of birth", "age", "place"];

struct Lists {
    tables: [Table; 2],
    truth: BTreeMap<String, String>,
}

impl Lists {
    fn new() -> Self {
        let tables = [Table::new("left.csv", &HEADERS), Table::new("right.csv", &HEADERS)];
        Self { tables, truth: BTreeMap::new() }
    }

    /// A person: three in four on the left, three in four on the right; one birth date in five is an age only.
    fn person(&mut self, i: usize, names: [String; 2], sex: &str, dice: &mut Dice) {
        let year = 1935 + dice.roll(80);
        let (month, day) = (1 + dice.roll(12), 1 + dice.roll(28));
        let place = format!("Place {}", dice.roll(40));
        let on = [dice.roll(4) > 0, dice.roll(4) > 0];
        for (side, name) in names.into_iter().enumerate() {
            let slip = usize::from(dice.roll(20) == 0);
            let born = format!("{year}-{month:02}-{:02}", (day + slip - 1) % 28 + 1);
            let born = if dice.roll(5) == 0 { String::new() } else { born };
            let place = if dice.roll(8) == 0 { String::new() } else { place.clone() };
            if on[side] {
                let id = format!("{}{i}", ["L", "R"][side]);
                self.truth.insert(id.clone(), format!("P{i}"));
                let age = (2031 - year - usize::from(dice.roll(15) == 0)).to_string();
                self.tables[side].push_row([id.as_str(), &name, sex, &born, &age, &place]);
            }
        }
    }

    fn quality(&self) -> Quality {
        let options = Options { across_only: true, ..Options::default() };
        let found = run(&self.tables, &options);
        let roles: Vec<_> = self.tables.iter().map(infer).collect();
        let names = RecordNames::new(&self.tables, &roles);
        let pairs: Vec<(String, String)> =
            found.pairs.iter().map(|l| (names.name(l.left), names.name(l.right))).collect();
        evaluate(
            pairs.iter().map(|p| (p.0.as_str(), p.1.as_str())),
            &self.truth,
            Some(&|r: &str| u32::from(r.starts_with('R'))),
        )
    }
}

#[test]
fn uk_and_ru() {
    let mut dice = Dice::new(21);
    let mut lists = Lists::new();
    let families: Vec<String> = (0..250).map(|_| uk_family(&mut dice)).collect();
    for i in 0..3000 {
        let father = MEN[dice.roll(MEN.len())];
        let family = &families[dice.roll(families.len())];
        let (uk, ru, sex) = if dice.roll(2) == 0 {
            let given = MEN[dice.roll(MEN.len())];
            ((given[0], father[2]), (given[1], father[4]), "ч")
        } else {
            let given = WOMEN[dice.roll(WOMEN.len())];
            ((given[0], father[3]), (given[1], father[5]), "ж")
        };
        let left = format!("{family} {} {}", uk.0, uk.1);
        let right = format!("{} {} {}", ru_family(family), ru.0, ru.1);
        lists.person(i, [left, right], sex, &mut dice);
    }
    let quality = lists.quality();
    eprintln!("uk and ru: {quality:?}");
    assert!(quality.f1 >= 0.95, "{quality:?}");
}

#[test]
fn hebrew_and_romanised() {
    let mut dice = Dice::new(22);
    let mut lists = Lists::new();
    let families: Vec<[String; 3]> = (0..400).map(|_| hebrew_family(&mut dice)).collect();
    for i in 0..3000 {
        let given = dice.roll(HEBREW.len());
        let family = &families[dice.roll(families.len())];
        let which = 1 + dice.roll(2);
        let left = format!("{} {}", HEBREW[given][0], family[0]);
        let right = format!("{} {}", HEBREW[given][which], family[which]);
        lists.person(i, [left, right], if given < 13 { "ז" } else { "נ" }, &mut dice);
    }
    let quality = lists.quality();
    eprintln!("Hebrew and romanised: {quality:?}");
    assert!(quality.f1 >= 0.95, "{quality:?}");
}

const ARABIC: [[&str; 3]; 20] = [
    ["محمد", "Mohammed", "Muhammad"],
    ["أحمد", "Ahmed", "Ahmad"],
    ["محمود", "Mahmoud", "Mahmud"],
    ["علي", "Ali", "Aly"],
    ["حسن", "Hassan", "Hasan"],
    ["حسين", "Hussein", "Husain"],
    ["إبراهيم", "Ibrahim", "Ebrahim"],
    ["يوسف", "Yousef", "Yusuf"],
    ["خالد", "Khaled", "Khalid"],
    ["عمر", "Omar", "Umar"],
    ["سعيد", "Said", "Saeed"],
    ["مصطفى", "Mustafa", "Moustafa"],
    ["إسماعيل", "Ismail", "Ismael"],
    ["صالح", "Saleh", "Salih"],
    ["ياسر", "Yasser", "Yasir"],
    ["سامي", "Sami", "Samy"],
    ["وليد", "Walid", "Waleed"],
    ["طارق", "Tareq", "Tariq"],
    ["جمال", "Jamal", "Gamal"],
    ["هاني", "Hani", "Hany"],
];

const FAMILIES: [[&str; 3]; 16] = [
    ["درويش", "Darwish", "Darweesh"],
    ["حداد", "Haddad", "Hadad"],
    ["النجار", "al-Najjar", "Alnajar"],
    ["قاسم", "Qasim", "Kassem"],
    ["بركات", "Barakat", "Barakat"],
    ["حمدان", "Hamdan", "Hamdan"],
    ["زيدان", "Zeidan", "Zaydan"],
    ["عيسى", "Issa", "Eissa"],
    ["مراد", "Murad", "Mourad"],
    ["الشامي", "al-Shami", "Shami"],
    ["عثمان", "Othman", "Osman"],
    ["جابر", "Jaber", "Jabir"],
    ["رمضان", "Ramadan", "Ramadan"],
    ["سلامة", "Salama", "Salameh"],
    ["العلي", "al-Ali", "Alali"],
    ["الصباغ", "al-Sabbagh", "Sabbagh"],
];

/// Brothers who died on one day, one list in Arabic and one romanised by two hands: no list shows what two brothers look
/// like across scripts, so that it must not be made up.
#[test]
fn brothers_of_one_day_in_two_scripts() {
    let mut dice = Dice::new(23);
    let headers = ["id", "name", "age", "sex", "date of death"];
    let mut tables = [Table::new("left.csv", &headers), Table::new("right.csv", &headers)];
    let mut truth = BTreeMap::new();
    let mut i = 0;
    while i < 3000 {
        let line = [dice.roll(20), dice.roll(20), dice.roll(16)];
        let day = format!("2031-{:02}-{:02}", 1 + dice.roll(12), 1 + dice.roll(28));
        let first = dice.roll(20);
        for brother in 0..[1, 1, 2, 3][dice.roll(4)] {
            let given = (first + 3 * brother) % 20;
            let age = 1 + dice.roll(70);
            for (side, table) in tables.iter_mut().enumerate() {
                if dice.roll(2) == 0 {
                    continue;
                }
                let mut hand =
                    |names: &[&str; 3]| names[if side == 0 { 0 } else { 1 + dice.roll(2) }].to_owned();
                let words = [
                    hand(&ARABIC[given]),
                    hand(&ARABIC[line[0]]),
                    hand(&ARABIC[line[1]]),
                    hand(&FAMILIES[line[2]]),
                ];
                let name =
                    if dice.roll(5) == 0 { [&words[..2], &words[3..]].concat() } else { words.to_vec() };
                let id = format!("{}{i}", ["L", "R"][side]);
                truth.insert(id.clone(), format!("P{i}"));
                let age = if dice.roll(6) == 0 { String::new() } else { (age + dice.roll(2)).to_string() };
                table.push_row([id.as_str(), &name.join(" "), &age, "m", &day]);
            }
            i += 1;
        }
    }
    let lists = Lists { tables, truth };
    let quality = lists.quality();
    eprintln!("brothers of one day in two scripts: {quality:?}");
    assert!(quality.f1 >= 0.95, "{quality:?}");
}
