//! Invented people at invented companies, the same on every machine. Surnames are put together from two halves, the
//! companies are those of `testdata/domains.txt`, telephone numbers lie in the ranges that regulators keep for films.

/// SplitMix64: a sequence that no library version can change.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    pub fn of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items.get(self.below(items.len())).copied().unwrap_or("")
    }

    fn word<'a>(&mut self, list: &'a str) -> &'a str {
        let words: Vec<&str> = list.split(' ').collect();
        self.of(&words)
    }
}

/// What differs between countries.
pub struct Land {
    pub code: &'static str,
    pub name: &'static str,
    pub language: &'static str,
    women: &'static str,
    men: &'static str,
    left: &'static str,
    right: &'static str,
    streets: &'static [&'static str],
    places: &'static [(&'static str, &'static str)],
    titles: &'static [(&'static str, &'static str)],
    salutation: (&'static str, &'static str),
    phone: &'static str,
    pub freemail: &'static [&'static str],
    pub basis: &'static [&'static str],
    pub sources: &'static [&'static str],
}

pub static DE: Land = Land {
    code: "DE",
    name: "Deutschland",
    language: "de",
    women: "Anna Birgit Clara Elke Franziska Greta Heike Ina Jutta Katrin Lena Marlene Nadine Petra Renate Sabine Tanja Ulrike Wiebke",
    men: "Arne Bernd Carsten Dirk Erik Falk Gregor Holger Ingo Jörg Kai Lutz Malte Niels Olaf Philipp Rolf Sönke Thomas Uwe Volker",
    left: "Bren Dall Eick Fenn Grau Hals Jost Kelm Lind Mors Nett Ost Pfann Quand Ries Sturm Tann Uhl Vorn Wies Zell",
    right: "acker bauer dorn felder gruber hagen hofer inger kamp lohe mann mark müller rath stedt thal weber wig zow",
    streets: &[
        "Am Werkhof",
        "Hallenweg",
        "Industriestraße",
        "Kesselgasse",
        "Maschinenweg",
        "Nordring",
        "Schmiedestraße",
        "Werkstraße",
    ],
    places: &[
        ("04109", "Leipzig"),
        ("01067", "Dresden"),
        ("20095", "Hamburg"),
        ("28195", "Bremen"),
        ("44135", "Dortmund"),
        ("70173", "Stuttgart"),
        ("90402", "Nürnberg"),
        ("99084", "Erfurt"),
    ],
    titles: &[
        ("Leiterin Einkauf", "Leiter Einkauf"),
        ("Einkäuferin", "Einkäufer"),
        ("Technische Leiterin", "Technischer Leiter"),
        ("Instandhaltungsplanerin", "Instandhaltungsplaner"),
        ("Werkleiterin", "Werkleiter"),
    ],
    salutation: ("Frau", "Herr"),
    phone: "+49 30 23125",
    freemail: &["gmx.de", "web.de", "t-online.de"],
    basis: &["Art. 6 Abs. 1 lit. f DSGVO", "berechtigtes Interesse"],
    sources: &["Handelsregister", "Bundesanzeiger"],
};

pub static FR: Land = Land {
    code: "FR",
    name: "Frankreich",
    language: "fr",
    women: "Amélie Brigitte Camille Delphine Élise Florence Gaëlle Hélène Inès Juliette Karine Laure Manon Nathalie Odile Pauline",
    men: "Adrien Benoît Cédric Denis Étienne Fabrice Gaspard Hervé Jérôme Kévin Luc Mathieu Olivier Pascal Rémi Sébastien",
    left: "Aube Belle Cham Dur Esper Fau Gar Haute Jon Lau Mar Noir Orv Pel Quer Rou Sau Tour Val Ver",
    right: "bert bois champ court delle fort gnac lier lon mont naud nelle quet rand rillon toux vais zac",
    streets: &[
        "rue des Ateliers",
        "rue de la Fonderie",
        "chemin des Forges",
        "allée des Machines",
        "quai du Port",
    ],
    places: &[
        ("13001", "Marseille"),
        ("31000", "Toulouse"),
        ("35000", "Rennes"),
        ("44000", "Nantes"),
        ("59000", "Lille"),
        ("69001", "Lyon"),
    ],
    titles: &[
        ("Responsable achats", "Responsable achats"),
        ("Acheteuse", "Acheteur"),
        ("Directrice technique", "Directeur technique"),
        ("Responsable maintenance", "Responsable maintenance"),
    ],
    salutation: ("Mme", "M."),
    phone: "+33 1 99 00 1",
    freemail: &["orange.fr", "laposte.net"],
    basis: &["Art. 6 Abs. 1 lit. f DSGVO"],
    sources: &["SIRENE"],
};

pub static GB: Land = Land {
    code: "GB",
    name: "Großbritannien",
    language: "en",
    women: "Alice Beth Charlotte Diane Emma Fiona Grace Hannah Isla Joanne Kate Lucy Megan Nicola Poppy Rachel Sophie Tessa",
    men: "Adam Ben Colin Duncan Ed Frank Graham Harry Ian Jack Keith Lewis Martin Neil Owen Paul Rhys Simon",
    left: "Ash Bram Cold Dun Eddle Fen Garth Hollow Kestrel Lark Mill Nettle Oak Pebble Rook Salt Thorn Under Wil Yar",
    right: "beck bridge by combe dale den field ford gate ham hurst ley low mere shaw stead stow ton wick worth",
    streets: &[
        "Foundry Lane",
        "Works Road",
        "Engine Street",
        "Mill Yard",
        "Canal Wharf",
        "Forge Close",
    ],
    places: &[
        ("M1 1AA", "Manchester"),
        ("B1 1AA", "Birmingham"),
        ("LS1 1AA", "Leeds"),
        ("BS1 1AA", "Bristol"),
        ("S1 1AA", "Sheffield"),
    ],
    titles: &[
        ("Head of Purchasing", "Head of Purchasing"),
        ("Technical Buyer", "Technical Buyer"),
        ("Engineering Manager", "Engineering Manager"),
        ("Plant Manager", "Plant Manager"),
    ],
    salutation: ("Ms", "Mr"),
    phone: "+44 20 7946 0",
    freemail: &["btinternet.com"],
    basis: &["Art. 6(1)(f) UK GDPR"],
    sources: &["Companies House"],
};

/// Where somebody works.
#[derive(Clone)]
pub struct Company {
    pub name: &'static str,
    pub domain: &'static str,
    pub street: String,
    pub postcode: &'static str,
    pub city: &'static str,
}

/// The reviewed companies of a country.
pub fn companies(land: &Land, dice: &mut Dice) -> Vec<Company> {
    include_str!("../../../testdata/domains.txt")
        .lines()
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let (code, domain, name) = (fields.next()?, fields.next()?, fields.next()?);
            if code != land.code {
                return None;
            }
            let (postcode, city) = land.places[dice.below(land.places.len())];
            let (street, number) = (dice.of(land.streets), dice.below(98) + 1);
            Some(Company {
                name,
                domain,
                street: if land.code == "DE" {
                    format!("{street} {number}")
                } else {
                    format!("{number} {street}")
                },
                postcode,
                city,
            })
        })
        .collect()
}

pub struct Person {
    pub salutation: &'static str,
    pub first: &'static str,
    pub last: String,
    pub title: &'static str,
    /// Local part of the mailbox.
    pub mailbox: String,
    pub phone: String,
}

pub fn person(land: &'static Land, dice: &mut Dice) -> Person {
    let woman = dice.below(2) == 0;
    let first = dice.word(if woman { land.women } else { land.men });
    let (left, right) = (dice.word(land.left), dice.word(land.right));
    // no letter three times in a row
    let right = right.strip_prefix(|c| left.ends_with(c)).unwrap_or(right);
    let last = format!("{left}{right}");
    let title = land.titles[dice.below(land.titles.len())];
    Person {
        salutation: if woman {
            land.salutation.0
        } else {
            land.salutation.1
        },
        title: if woman { title.0 } else { title.1 },
        mailbox: format!("{}.{}", ascii(first), ascii(&last)),
        phone: format!("{}{:03}", land.phone, dice.below(1000)),
        first,
        last,
    }
}

/// As mailboxes spell names.
fn ascii(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' => out.push('i'),
            'ô' => out.push('o'),
            c => out.push(c),
        }
    }
    out
}
