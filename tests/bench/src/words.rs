//! What stands in the cells, each spelling beside the bin that it must fall into.

pub const FIRST: [&str; 24] = [
    "Anna", "Ben", "Clara", "David", "Elke", "Frank", "Greta", "Holger", "Ina", "Jack", "Katrin",
    "Lutz", "Marlene", "Niels", "Odile", "Paul", "Renate", "Simon", "Tanja", "Uwe", "Volker",
    "Wiebke", "Hugo", "Camille",
];
pub const LEFT: [&str; 24] = [
    "Bren", "Dall", "Eick", "Fenn", "Grau", "Hals", "Jost", "Kelm", "Lind", "Mors", "Nett", "Ost",
    "Pfan", "Quan", "Ries", "Stur", "Tan", "Uhl", "Vorn", "Wies", "Zell", "Aube", "Garth", "Oak",
];
pub const RIGHT: [&str; 20] = [
    "acker", "bauer", "dorn", "felder", "gruber", "hagen", "hofer", "inger", "kamp", "lohe",
    "mark", "rath", "stedt", "thal", "weber", "wig", "zow", "court", "combe", "wick",
];
pub const TITLES: [&str; 10] = [
    "Leiter Einkauf",
    "Buyer",
    "Head of Purchasing",
    "Responsable achats",
    "Technical Director",
    "Werkleiterin",
    "Plant Manager",
    "Instandhaltungsplaner",
    "Maintenance Manager",
    "Acheteuse technique",
];
pub const FIRMS: [&str; 16] = [
    "Nordwerk",
    "Hallbruck",
    "Tannfeld",
    "Morswind",
    "Steinholt",
    "Kupferhain",
    "Rotfels",
    "Vallombre",
    "Rocheluze",
    "Bellefonde",
    "Sauvermont",
    "Ashmoor",
    "Coldharrow",
    "Millhaven",
    "Donaufels",
    "Almgrund",
];
pub const INDUSTRIES: [&str; 5] = [
    "mechanical engineering",
    "Maschinenbau",
    "industrie mécanique",
    "metal products",
    "pumps",
];
pub const ROLES: [&str; 8] = [
    "info",
    "sales",
    "kontakt",
    "office",
    "hr",
    "einkauf",
    "support",
    "marketing",
];

/// Mailbox providers: the domain is a fact.
pub const CONSUMER: [(&str, &str); 8] = [
    ("gmail.com", "freemail"),
    ("gmx.de", "freemail"),
    ("web.de", "freemail"),
    ("outlook.com", "freemail"),
    ("yahoo.fr", "freemail"),
    ("libero.it", "freemail"),
    ("t-online.de", "isp"),
    ("orange.fr", "isp"),
];

/// No address by any reading: `{}` is the local part. Beside it what a comparison with a suppression list, which errs
/// towards withholding, makes of it.
pub const BROKEN: [(&str, &str); 5] = [
    ("{}.nordwerk-beispiel.de", "illegible"),
    ("{}@@nordwerk-beispiel.de", "clear"),
    ("{}@", "illegible"),
    ("{}@nordwerk..beispiel.de", "illegible"),
    ("{} nordwerk@beispiel", "illegible"),
];

/// What means nothing, in every column.
pub const BLANK: [&str; 4] = ["", "", "-", "n/a"];

pub struct Land {
    pub code: &'static str,
    pub suffix: &'static str,
    pub form: &'static str,
    pub phone: &'static str,
    pub city: &'static str,
    pub spellings: &'static [&'static str],
    /// Of a hundred companies.
    pub weight: u64,
}

#[rustfmt::skip]
pub const LANDS: [Land; 6] = [
    Land { code: "DE", suffix: "-beispiel.de", form: "GmbH", phone: "+49 30 23125", city: "Leipzig", weight: 50,
        spellings: &["Germany", "DE", "Deutschland", "GERMANY", "germany", "Allemagne"] },
    Land { code: "FR", suffix: "-exemple.fr", form: "SARL", phone: "+33 1 9900 1", city: "Lyon", weight: 20,
        spellings: &["France", "FR", "Frankreich", "FRANCE"] },
    Land { code: "GB", suffix: "-example.co.uk", form: "Ltd", phone: "+44 20 7946 0", city: "Leeds", weight: 15,
        spellings: &["United Kingdom", "GB", "UK", "Great Britain"] },
    Land { code: "AT", suffix: "-beispiel.at", form: "GmbH", phone: "+49 89 99998", city: "Linz", weight: 7,
        spellings: &["Austria", "AT", "Österreich"] },
    Land { code: "NL", suffix: "-voorbeeld.nl", form: "B.V.", phone: "+49 69 90009", city: "Utrecht", weight: 5,
        spellings: &["Netherlands", "NL", "Nederland"] },
    Land { code: "other", suffix: "-example-co.com", form: "Inc", phone: "+1 202 5550", city: "Dayton", weight: 3,
        spellings: &["United States", "USA", "US"] },
];

/// Text, bin of `source-named`, bin of `source-kind`, weight.
#[rustfmt::skip]
pub const SOURCES: [(&str, &str, &str, u64); 9] = [
    ("Handelsregister", "named", "public-register", 30),
    ("Companies House", "named", "public-register", 15),
    ("SIRENE", "named", "public-register", 15),
    ("Gelbe Seiten", "named", "directory", 10),
    ("LinkedIn", "named", "social-network", 8),
    ("partner", "category", "partner", 8),
    ("public web", "category", "public-website", 6),
    ("internal", "vendor-itself", "vendor-internal", 3),
    ("", "blank", "blank", 5),
];

/// Text, bin of `lawful-basis`, weight.
#[rustfmt::skip]
pub const BASES: [(&str, &str, u64); 18] = [
    ("legitimate_interest", "legitimate-interest", 20),
    ("Legitimate Interest", "legitimate-interest", 10),
    ("legitimate interests", "legitimate-interest", 6),
    ("LI", "legitimate-interest", 5),
    ("berechtigtes Interesse", "legitimate-interest", 10),
    ("Art. 6(1)(f)", "legitimate-interest", 8),
    ("Art. 6 Abs. 1 lit. f DSGVO", "legitimate-interest", 8),
    ("6.1.f", "legitimate-interest", 3),
    ("consent", "consent", 8),
    ("Einwilligung", "consent", 5),
    ("opt-in", "consent", 3),
    ("Art. 6(1)(a)", "consent", 3),
    ("Art. 6 Abs. 1 lit. a DSGVO", "consent", 1),
    ("public", "not-a-basis", 2),
    ("§ 28 Abs. 3 BDSG", "obsolete-basis", 1),
    ("Performance of a contract", "contract", 2),
    ("siehe Vertriebsordner", "illegible", 1),
    ("", "blank", 4),
];

/// What a thing with weights is drawn by.
pub fn weighted<'a, T>(
    items: &'a [T],
    weight: impl Fn(&T) -> u64,
    dice: &mut crate::dice::Dice,
) -> &'a T {
    let mut at = dice.below(items.iter().map(&weight).sum());
    items
        .iter()
        .find(|i| {
            let w = weight(i);
            let hit = at < w;
            at = at.wrapping_sub(w);
            hit
        })
        .unwrap_or(&items[0])
}
