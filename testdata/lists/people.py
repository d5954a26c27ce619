"""Invented people and companies: plausible for their country, nobody in particular, the same on every machine."""

import pathlib
import unicodedata


class Dice:
    """SplitMix64: `random` may change its sequences between Python versions, this cannot."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state + 0x9E3779B97F4A7C15) & (2**64 - 1)
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return (z ^ (z >> 31)) % n

    def of(self, items):
        return items[self.below(len(items))]


WOMEN = {
    "DE": "Anna Birgit Clara Dörte Elke Franziska Greta Heike Ina Jutta Katrin Lena Marlene Nadine Petra Renate Sabine Tanja Ulrike Wiebke".split(),
    "FR": "Amélie Brigitte Camille Delphine Élise Florence Gaëlle Hélène Inès Juliette Karine Laure Manon Nathalie Odile Pauline Sylvie Virginie".split(),
    "GB": "Alice Beth Charlotte Diane Emma Fiona Grace Hannah Isla Joanne Kate Lucy Megan Nicola Poppy Rachel Sophie Tessa".split(),
    "NL": "Anneke Berdien Carla Dorien Els Femke Gerda Hanneke Ilse Jolanda Karin Liesbeth Marloes Nienke Petra Roos Saskia Tineke".split(),
    "FI": "Aino Eeva Hanna Inkeri Johanna Kaisa Leena Maija Noora Päivi Riitta Sirpa Tuula".split(),
    "US": "Abigail Brenda Cheryl Donna Ellen Gail Heather Jill Kelly Lori Melissa Paige Robin Stacy Tracy".split(),
}
MEN = {
    "DE": "Arne Bernd Carsten Dirk Erik Falk Gregor Holger Ingo Jörg Kai Lutz Malte Niels Olaf Philipp Rolf Sönke Thomas Uwe Volker".split(),
    "FR": "Adrien Benoît Cédric Denis Étienne Fabrice Gaspard Hervé Jérôme Kévin Luc Mathieu Noël Olivier Pascal Rémi Sébastien Thierry".split(),
    "GB": "Adam Ben Colin Duncan Ed Frank Graham Harry Ian Jack Keith Lewis Martin Neil Owen Paul Rhys Simon".split(),
    "NL": "Arjan Bas Cees Daan Edwin Frits Gijs Henk Jeroen Koen Lars Maarten Niels Pieter Ruud Sjoerd Teun Wim".split(),
    "FI": "Antti Eero Heikki Ilkka Jukka Kari Lauri Mikko Olli Pekka Risto Sami Timo Väinö".split(),
    "US": "Aaron Brett Chad Dale Earl Glenn Howard Jeff Kyle Lance Mitch Randy Scott Todd Wade".split(),
}
# surnames are put together from two halves
SURNAMES = {
    "DE": (
        "Bren Dall Eick Fenn Grau Hals Jost Kelm Lind Mors Nett Ost Pfann Quand Ries Sturm Tann Uhl Vorn Wies Zell".split(),
        "acker bauer dorn felder gruber hagen hofer inger kamp lohe mann mark müller neder rath stedt thal weber wig zow".split(),
    ),
    "FR": (
        "Aube Belle Cham Dur Esper Fau Gar Haute Jon Lau Mar Noir Orv Pel Quer Rou Sau Tour Val Ver".split(),
        "bert bois champ court delle fort gnac lier lon mont naud nelle quet rand ret rillon sac toux vais zac".split(),
    ),
    "GB": (
        "Ash Bram Cold Dun Eddle Fen Garth Hollow Kestrel Lark Mill Nettle Oak Pebble Rook Salt Thorn Under Wil Yar".split(),
        "beck bridge by combe dale den field ford gate ham hurst ley low mere shaw stead stow ton wick worth".split(),
    ),
    "NL": (
        "Berk Dijk Eiken Groen Hout Kers Lin Mole Oost Pol Riet Schuur Veen Water Wolv Zand".split(),
        "berg boer dam donk gaard horst huis kamp laan man meer rade sma stra veld wijk".split(),
    ),
    "FI": (
        "Haapa Joki Kallio Kangas Koivu Lehti Mänty Niemi Palo Pihla Raja Saari Suo Vesi".split(),
        "harju järvi korpi la lampi lahti maa mäki nen niitty ranta salo vuori".split(),
    ),
    "US": (
        "Ald Birch Crow Dray Elk Fall Hatch Keel Lock Marsh North Pike Ridge Stone Tall West".split(),
        "born bury croft er hart land man mere mond son stead ter well wood".split(),
    ),
}
for table in (WOMEN, MEN, SURNAMES):
    table["AT"] = table["DE"]

PLACES = {
    "DE": [("04109", "Leipzig"), ("01067", "Dresden"), ("20095", "Hamburg"), ("28195", "Bremen"), ("30159", "Hannover"), ("44135", "Dortmund"), ("50667", "Köln"), ("60311", "Frankfurt am Main"), ("70173", "Stuttgart"), ("80331", "München"), ("90402", "Nürnberg"), ("99084", "Erfurt")],
    "FR": [("01000", "Bourg-en-Bresse"), ("06000", "Nice"), ("13001", "Marseille"), ("21000", "Dijon"), ("31000", "Toulouse"), ("35000", "Rennes"), ("44000", "Nantes"), ("59000", "Lille"), ("67000", "Strasbourg"), ("69001", "Lyon")],
    "GB": [("M1 1AA", "Manchester"), ("B1 1AA", "Birmingham"), ("LS1 1AA", "Leeds"), ("BS1 1AA", "Bristol"), ("S1 1AA", "Sheffield"), ("G1 1AA", "Glasgow")],
    "AT": [("1010", "Wien"), ("4020", "Linz"), ("8010", "Graz"), ("5020", "Salzburg")],
    "NL": [("1012 AB", "Amsterdam"), ("3011 AB", "Rotterdam"), ("3511 AB", "Utrecht"), ("5611 AB", "Eindhoven"), ("7511 AB", "Enschede")],
    "FI": [("00100", "Helsinki"), ("33100", "Tampere"), ("20100", "Turku"), ("90100", "Oulu")],
    "US": [("43004", "Columbus"), ("53202", "Milwaukee"), ("15222", "Pittsburgh"), ("27601", "Raleigh")],
}
STREETS = {
    "DE": "Am Werkhof|Hallenweg|Industriestraße|Kesselgasse|Maschinenweg|Nordring|Schmiedestraße|Südkai|Werkstraße|Ziegeleiweg".split("|"),
    "FR": "rue des Ateliers|rue de la Fonderie|avenue de l'Industrie|chemin des Forges|allée des Machines|quai du Port".split("|"),
    "GB": "Foundry Lane|Works Road|Engine Street|Mill Yard|Canal Wharf|Forge Close".split("|"),
    "NL": "Ambachtsweg|Fabrieksstraat|Havenkade|Molenweg|Smederijpad|Werkhofstraat".split("|"),
    "FI": "Konetie|Pajakatu|Satamatie|Tehtaankatu|Verstaskuja".split("|"),
    "US": "Foundry Road|Millworks Avenue|Machinist Drive|Railyard Street".split("|"),
}
STREETS["AT"] = STREETS["DE"]

# of the buyer's field: purchasing and technical functions in mechanical engineering
TITLES = {
    "DE": ["Leiter Einkauf", "Einkäufer", "Technischer Einkäufer", "Leiter Instandhaltung", "Instandhaltungsplaner", "Technischer Leiter", "Konstruktionsleiter", "Werkleiter"],
    "FR": ["Responsable achats", "Acheteur", "Acheteur technique", "Responsable maintenance", "Directeur technique", "Responsable bureau d'études", "Directeur d'usine"],
    "GB": ["Head of Purchasing", "Buyer", "Technical Buyer", "Maintenance Manager", "Engineering Manager", "Technical Director", "Plant Manager"],
    "NL": ["Hoofd inkoop", "Inkoper", "Technisch inkoper", "Hoofd technische dienst", "Onderhoudsmanager", "Technisch directeur"],
    "FI": ["Ostopäällikkö", "Ostaja", "Tekninen ostaja", "Kunnossapitopäällikkö", "Tekninen johtaja"],
    "US": ["Purchasing Manager", "Buyer", "Technical Buyer", "Maintenance Manager", "Engineering Manager", "Plant Manager"],
}
TITLES["AT"] = TITLES["DE"]

# numbers that the regulators keep for films
PHONES = {
    "DE": ["+49 30 23125{:03}", "+49 40 66969{:03}", "+49 69 90009{:03}", "+49 89 99998{:03}", "+49 221 4710{:03}"],
    "FR": ["+33 1 99 00 1{:03}", "+33 2 61 91 1{:03}", "+33 3 53 01 1{:03}", "+33 4 65 71 1{:03}", "+33 5 36 49 1{:03}"],
    "GB": ["+44 20 7946 0{:03}"],
    "US": ["+1 202 555 01{:02}"],
}
MOBILES = {"DE": "+49 171 39200{:02}", "FR": "+33 6 39 98 1{:03}", "GB": "+44 7700 900{:03}", "US": "+1 202 555 01{:02}"}
FREEMAIL = {
    "DE": ["gmx.de", "web.de", "t-online.de"],
    "FR": ["orange.fr", "laposte.net"],
    "GB": ["btinternet.com", "hotmail.co.uk"],
    "NL": ["hetnet.nl", "live.nl"],
    "FI": ["kolumbus.fi", "suomi24.fi"],
    "US": ["gmail.com", "aol.com"],
    "AT": ["gmx.at", "aon.at"],
}
# those of them that are access providers
ACCESS = ["t-online.de", "orange.fr", "btinternet.com", "hetnet.nl", "kolumbus.fi", "aon.at"]

SALUTATIONS = {"DE": ("Frau", "Herr"), "AT": ("Frau", "Herr"), "FR": ("Mme", "M."), "NL": ("Mevr.", "Dhr.")}


def ascii_of(text):
    for a, b in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")):
        text = text.replace(a, b)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


class Company:
    def __init__(self, dice, country, domain, name):
        self.country, self.domain, self.name = country, domain, name
        self.postcode, self.city = dice.of(PLACES[country])
        street, number = dice.of(STREETS[country]), dice.below(98) + 1
        self.street = f"{number} {street}" if country in ("FR", "GB", "US") else f"{street} {number}"
        self.size = dice.of([12, 35, 80, 140, 260, 520, 900])


class Person:
    def __init__(self, dice, company):
        country = company.country
        self.company, self.country = company, country
        self.woman = dice.below(2) == 0
        self.first = dice.of((WOMEN if self.woman else MEN)[country])
        left, right = SURNAMES[country]
        left, right = dice.of(left), dice.of(right)
        self.last = left + right[left[-1] == right[0] :]
        self.title = dice.of(TITLES[country])
        if self.woman and country in ("DE", "AT"):
            self.title = self.title.replace("Leiter", "Leiterin").replace("leiter", "leiterin").replace("Technischer", "Technische").replace("käufer", "käuferin").replace("planer", "planerin")
        self.box = f"{ascii_of(self.first)}.{ascii_of(self.last)}".lower()
        self.email = f"{self.box}@{company.domain}"
        self.salutation = SALUTATIONS.get(country, ("Ms", "Mr"))[not self.woman]
        line = PHONES.get(country, PHONES["DE"])
        self.phone = dice.of(line).format(dice.below(100 if country == "US" else 1000))
        self.mobile = MOBILES.get(country, MOBILES["DE"]).format(dice.below(100))

    def privately(self, dice):
        """The same person under a private mailbox: real providers, a local part that is nobody's."""
        self.email = f"{self.box}.beispiel@{dice.of(FREEMAIL[self.country])}"


def companies(dice, countries=("DE", "FR", "GB", "AT")):
    """The reviewed list, by country."""
    found = {}
    for line in (pathlib.Path(__file__).parent.parent / "domains.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# The deliveries"):
            break
        if line and not line.startswith("#"):
            country, domain, name = line.split("\t")
            if country not in countries:
                continue
            found.setdefault(country, []).append(Company(dice, country, domain, name))
    return found


def people(dice, companies, count):
    """`count` people with addresses that differ."""
    seen, found = set(), []
    while len(found) < count:
        person = Person(dice, companies[len(found) % len(companies)])
        if person.email not in seen:
            seen.add(person.email)
            found.append(person)
    return found
