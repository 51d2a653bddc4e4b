//! Names of five flavours, each in its script and in the ways in which people romanise it.

use crate::random::Random;

/// One part of a name: as written, and romanised.
type Part = (&'static str, &'static [&'static str]);

/// How the people of one tongue are called.
pub(crate) struct Flavour {
    men: &'static [Part],
    women: &'static [Part],
    families: &'static [Part],
    /// Father and grandfather stand between given name and family.
    chain: bool,
    /// Of two families, as in Spanish.
    two_families: bool,
}

pub(crate) const FLAVOURS: [Flavour; 5] = [
    Flavour {
        men: &[
            ("سليم", &["Salim", "Saleem", "Selim"]),
            ("كريم", &["Karim", "Kareem"]),
            ("نور الدين", &["Nur al-Din", "Noureddine", "Nuruddin"]),
            ("سمير", &["Samir", "Sameer"]),
            ("طارق", &["Tariq", "Tarek", "Tareq"]),
            ("يوسف", &["Yusuf", "Yousef", "Youssef"]),
            ("إبراهيم", &["Ibrahim", "Ebrahim"]),
            ("عبد الرحيم", &["Abd al-Rahim", "Abdelrahim", "Abdul Raheem"]),
            ("منير", &["Munir", "Mounir"]),
            ("رشيد", &["Rashid", "Rasheed", "Rachid"]),
            ("فؤاد", &["Fuad", "Fouad"]),
            ("حسن", &["Hasan", "Hassan"]),
        ],
        women: &[
            ("ليلى", &["Layla", "Leila", "Laila"]),
            ("مريم", &["Maryam", "Mariam", "Meryem"]),
            ("سلمى", &["Salma", "Selma"]),
            ("هدى", &["Huda", "Hoda"]),
            ("نادية", &["Nadia", "Nadiya"]),
            ("زينب", &["Zaynab", "Zeinab", "Zainab"]),
            ("أمينة", &["Amina", "Ameena"]),
            ("رانيا", &["Rania", "Raniya"]),
        ],
        families: &[
            ("الأولميري", &["al-Ulmiri", "Al Olmeery", "Ulmiri"]),
            ("التارفيسي", &["al-Tarvisi", "Al-Tarfisi", "Tarvisi"]),
            ("الحرفيني", &["al-Harvini", "Al Harfeeny", "Harvini"]),
            ("أبو لمران", &["Abu Lumran", "Abou Lomran"]),
            ("آل زرمون", &["Al Zarmun", "Aal Zarmoon"]),
            ("الأوروباني", &["al-Oruvani", "Al Urubani"]),
        ],
        chain: true,
        two_families: false,
    },
    Flavour {
        men: &[
            ("נועם", &["Noam"]),
            ("איתן", &["Eitan", "Eytan", "Etan"]),
            ("יואב", &["Yoav", "Joav"]),
            ("אורי", &["Uri", "Ori"]),
            ("יעקב", &["Yaakov", "Jacob", "Yaacov"]),
            ("משה", &["Moshe", "Mosheh"]),
        ],
        women: &[
            ("תמר", &["Tamar", "Tammar"]),
            ("יעל", &["Yael", "Jael"]),
            ("שירה", &["Shira", "Shirah"]),
            ("נועה", &["Noa", "Noah"]),
            ("מיכל", &["Michal", "Mikhal"]),
            ("רבקה", &["Rivka", "Rebecca", "Rivkah"]),
        ],
        families: &[
            ("אורובני", &["Oruvani", "Orubani"]),
            ("בן־לומר", &["Ben-Lumar", "Ben Lumar", "Benlumar"]),
            ("זרמוני", &["Zarmoni", "Zarmony"]),
            ("טרבסי", &["Tarvesi", "Tarvesy"]),
            ("הרבנאי", &["Harvenai", "Harvenay"]),
        ],
        chain: false,
        two_families: false,
    },
    Flavour {
        men: &[
            ("Тарас", &["Taras"]),
            ("Петро", &["Petro", "Piotr"]),
            ("Остап", &["Ostap"]),
            ("Богдан", &["Bohdan", "Bogdan"]),
            ("Сергій", &["Serhii", "Sergiy", "Serhiy"]),
            ("Юрій", &["Yurii", "Yuriy", "Iurii"]),
        ],
        women: &[
            ("Олена", &["Olena", "Elena"]),
            ("Оксана", &["Oksana", "Oxana"]),
            ("Марія", &["Mariia", "Mariya", "Maria"]),
            ("Леся", &["Lesia", "Lesya"]),
            ("Ганна", &["Hanna", "Ganna", "Anna"]),
            ("Соломія", &["Solomiia", "Solomiya"]),
        ],
        families: &[
            ("Острозіренко", &["Ostrozirenko", "Ostrozyrenko"]),
            ("Тарвесюк", &["Tarvesiuk", "Tarvesyuk"]),
            ("Гарвенчук", &["Harvenchuk", "Garvenchuk"]),
            ("Зірковлів", &["Zirkovliv", "Zirkowliw"]),
            ("Лумраненко", &["Lumranenko"]),
        ],
        chain: false,
        two_families: false,
    },
    Flavour {
        men: &[
            ("Mateo", &["Mateo", "Matteo"]),
            ("Andrés", &["Andres", "Andrés"]),
            ("Ramón", &["Ramon", "Ramón"]),
            ("Tomás", &["Tomas", "Tomás"]),
            ("José María", &["Jose Maria", "José M.", "Jose"]),
            ("Íñigo", &["Inigo", "Iñigo"]),
        ],
        women: &[
            ("Lucía", &["Lucia", "Lucía"]),
            ("Inés", &["Ines", "Inés"]),
            ("Pilar", &["Pilar"]),
            ("María Elena", &["Maria Elena", "M. Elena"]),
            ("Begoña", &["Begona", "Begoña"]),
            ("Ximena", &["Ximena", "Jimena"]),
        ],
        families: &[
            ("Almenzar", &["Almenzar", "Almensar"]),
            ("de la Tarvesa", &["de la Tarvesa", "Delatarvesa", "De La Tarvesa"]),
            ("Harvenés", &["Harvenes", "Harvenés"]),
            ("Brisolde", &["Brisolde"]),
            ("Lumrán", &["Lumran", "Lumrán"]),
        ],
        chain: false,
        two_families: true,
    },
    Flavour {
        men: &[
            ("Walter", &["Walter", "Walt"]),
            ("Thomas", &["Thomas", "Tom"]),
            ("Edmund", &["Edmund", "Edmond"]),
            ("Henry", &["Henry", "Harry"]),
            ("Geoffrey", &["Geoffrey", "Jeffrey"]),
        ],
        women: &[
            ("Rose", &["Rose"]),
            ("Alice", &["Alice", "Alys"]),
            ("Edith", &["Edith"]),
            ("Catherine", &["Catherine", "Katherine", "Kate"]),
            ("Margaret", &["Margaret", "Maggie"]),
        ],
        families: &[
            ("Harvenby", &["Harvenby", "Harvenbie"]),
            ("Brackensole", &["Brackensole", "Bracken-Sole"]),
            ("Tarvestone", &["Tarvestone"]),
            ("O'Lumran", &["O'Lumran", "OLumran"]),
            ("St. Zarmon", &["St. Zarmon", "Saint Zarmon"]),
        ],
        chain: false,
        two_families: false,
    },
];

/// The whole name of one person, in its parts.
pub(crate) struct FullName(Vec<Part>);

impl FullName {
    pub(crate) fn draw(flavour: &Flavour, woman: bool, random: &mut Random) -> Self {
        let mut parts = vec![*random.pick(if woman { flavour.women } else { flavour.men })];
        if flavour.chain {
            parts.push(*random.pick(flavour.men));
            parts.push(*random.pick(flavour.men));
        }
        parts.push(*random.pick(flavour.families));
        if flavour.two_families {
            parts.push(*random.pick(flavour.families));
        }
        Self(parts)
    }

    /// In its own script.
    pub(crate) fn native(&self) -> String {
        let parts: Vec<&str> = self.0.iter().map(|(native, _)| *native).collect();
        parts.join(" ")
    }

    /// As one writer romanises it: another spelling each time, at times without what stands in the middle.
    pub(crate) fn romanised(&self, random: &mut Random) -> String {
        let last = self.0.len() - 1;
        let drop_middle = self.0.len() > 2 && random.percent(25);
        let mut parts = Vec::new();
        for (i, (_, romanised)) in self.0.iter().enumerate() {
            let spelling = random.pick(romanised);
            if i == 0 || i == last || !(drop_middle && i == last - 1) {
                parts.push(*spelling);
            }
        }
        parts.join(" ")
    }
}
