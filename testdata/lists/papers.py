"""What vendors and buyers hand over beside a list: small PDFs with one honest paragraph each, declared with date and digest."""

import hashlib

import containers

# kind: date, title and text in German, title and text in French. The dates fit an audit as of 2026-11-23.
VENDOR = {
    "vendor-identity": ("2026-06-10", "Handelsregisterauszug", "Firma, Sitz, Vertretung, Umsatzsteuer-Nummer.", "Extrait du registre du commerce", "Dénomination, siège, représentant, numéro de TVA."),
    "delivery-sheet": ("2026-10-30", "Lieferschein", "Zeilen, Spalten, Länder, Tag des Auszugs, SHA-256 der Datei.", "Bordereau de livraison", "Lignes, colonnes, pays, jour d'extraction, SHA-256 du fichier."),
    "source-register": ("2026-09-30", "Quellenverzeichnis", "Je Quelle: Art, Verfahren, Land, erster und letzter Tag, Lizenz.", "Registre des sources", "Par source : nature, méthode, pays, premier et dernier jour, licence."),
    "basis-statement": ("2026-08-20", "Aufstellung der Rechtsgrundlagen", "Je Quelle, Zweck, Kanal und Land.", "Tableau des bases légales", "Par source, finalité, canal et pays."),
    "legitimate-interest-assessment": ("2026-08-20", "Interessenabwägung", "Schritt 1 Interesse, Schritt 2 Erforderlichkeit, Schritt 3 Abwägung. Umfasst den Verkauf an Maschinenbauer.", "Mise en balance des intérêts", "Étape 1 intérêt, étape 2 nécessité, étape 3 mise en balance. Couvre la vente aux constructeurs de machines."),
    "dpia": ("2025-11-14", "Datenschutz-Folgenabschätzung", "Risiken, Maßnahmen, Rat des Datenschutzbeauftragten.", "Analyse d'impact", "Risques, mesures, avis du délégué."),
    "privacy-notice": ("2026-01-15", "Datenschutzhinweise", "Alle Angaben nach Artikel 14 Absatz 1 und 2, Empfänger benannt.", "Politique de confidentialité", "Toutes les mentions de l'article 14, destinataires nommés."),
    "art14-notice": ("2026-01-15", "Information nach Artikel 14, wie versandt", "Deutsch und Französisch. Herkunft der Daten, Recht auf Widerspruch hervorgehoben.", "Information article 14, telle qu'envoyée", "En français et en allemand. Origine des données, droit d'opposition mis en évidence."),
    "notice-log": ("2026-10-15", "Versandprotokoll", "Tage, Anzahl, Rückläufer.", "Journal d'envoi", "Jours, nombre, retours."),
    "consent-text": ("2026-02-01", "Einwilligungstext, Fassung 3", "Ich möchte von der Beispiel Maschinenbau AG Angebote zu Maschinenteilen per E-Mail erhalten. Widerruf jederzeit.", "Texte de consentement, version 3", "Je souhaite recevoir par e-mail les offres de Beispiel Maschinenbau AG. Retrait à tout moment."),
    "consent-log": ("2026-11-02", "Einwilligungsprotokoll", "Je Zeile Anfrage, Bestätigung, Fassung des Textes.", "Journal des consentements", "Par ligne : demande, confirmation, version du texte."),
    "processing-record": ("2026-07-01", "Verzeichnis der Verarbeitungstätigkeiten, Auszug", "Verkauf von Geschäftskontakten: Empfänger, Fristen.", "Registre des traitements, extrait", "Vente de contacts professionnels : destinataires, durées."),
    "controller-to-controller-agreement": ("2026-10-20", "Vertrag zwischen Verantwortlichen", "Zusicherungen, Prüfrecht, Meldung späterer Löschungen, erlaubte Nutzung.", "Contrat entre responsables", "Garanties, droit d'audit, notification des effacements, usage permis."),
    "suppression-procedure": ("2026-05-04", "Verfahren bei Widerspruch", "Ein Widerspruch wirkt in allen Beständen, am selben Tag.", "Procédure d'opposition", "Une opposition vaut pour toutes les bases, le jour même."),
    "rights-procedure": ("2026-05-04", "Verfahren bei Anträgen Betroffener", "Antwort binnen 21 Tagen.", "Procédure des droits", "Réponse sous 21 jours."),
    "retention-schedule": ("2026-03-02", "Löschkonzept", "24 Monate ab Erhebung, kein Neubeginn durch Aktualisierung.", "Durées de conservation", "24 mois à compter de la collecte, sans nouveau départ."),
    "verification-method": ("2026-09-01", "Prüfung der Richtigkeit", "Anruf bei jeder zwanzigsten Zeile, Rücklaufquote 1,1 %.", "Contrôle d'exactitude", "Appel d'une ligne sur vingt, taux de retour 1,1 %."),
    "security-certificate": ("2026-04-20", "Zertifikat ISO/IEC 27001:2022 mit Geltungsbereich", "Umfasst die Erhebung in Leipzig.", "Certificat ISO/CEI 27001:2022, périmètre", "Couvre la collecte à Lyon."),
    "breach-declaration": ("2026-11-02", "Erklärung zu Datenpannen", "Keine in den letzten 24 Monaten.", "Déclaration de violations", "Aucune au cours des 24 derniers mois."),
    "authority-history": ("2026-11-02", "Verfahren bei Behörden und Gerichten", "Keine.", "Procédures devant autorités et tribunaux", "Aucune."),
    "dpo-appointment": ("2026-01-02", "Benennung der Datenschutzbeauftragten", "Extern, mit Funktionsanschrift.", "Désignation du délégué", "Externe, avec adresse fonctionnelle."),
    "completeness-declaration": ("2026-11-02", "Vollständigkeitserklärung", "Die übergebenen Unterlagen sind vollständig.", "Déclaration d'exhaustivité", "Les pièces remises sont complètes."),
}
ENGLISH = {
    "vendor-identity": ("Extract from the commercial register", "Name, seat, representative, VAT number."),
    "delivery-sheet": ("Data sheet of the delivery", "Rows, columns, countries, day of extraction, SHA-256 of the file."),
    "source-register": ("Source register", "Per source: kind, method, country, first and last day, licence."),
    "basis-statement": ("Statement of lawful bases", "Per source, purpose, channel and country."),
    "legitimate-interest-assessment": ("Legitimate interest assessment", "Step 1 purpose, step 2 necessity, step 3 balancing. Covers the sale to makers of machines."),
    "dpia": ("Data protection impact assessment", "Risks, measures, advice of the officer."),
    "privacy-notice": ("Privacy notice", "Every item of Article 14(1) and (2), recipients named."),
    "art14-notice": ("Notice under Article 14, as sent", "English, French, Finnish, Dutch and German. Origin of the data, right to object set apart."),
    "notice-log": ("Sending log", "Days, numbers, bounces."),
    "processing-record": ("Record of processing, extract", "Sale of business contacts: recipients, periods."),
    "controller-to-controller-agreement": ("Agreement between controllers", "Warranties, audit right, notice of later erasures, permitted use."),
    "suppression-procedure": ("Objection procedure", "One objection works in every database, on the same day."),
    "rights-procedure": ("Procedure for requests", "Answer within 21 days."),
    "retention-schedule": ("Retention schedule", "24 months from collection, not restarted by updates."),
    "verification-method": ("Accuracy check", "One row in twenty is called, bounce rate 1.1 %."),
    "security-certificate": ("Certificate ISO/IEC 27001:2022 with scope", "Covers the collection in Utrecht."),
    "breach-declaration": ("Declaration of breaches", "None in the last 24 months."),
    "authority-history": ("Proceedings before authorities and courts", "None."),
    "dpo-appointment": ("Appointment of the data protection officer", "External, with a function address."),
    "completeness-declaration": ("Declaration of completeness", "The documents handed over are complete."),
    "removals-since-export": ("Erasures since the delivery", "No delivered row is concerned."),
}
# the one paper that follows later, so that the buyer enters it in the dossier
REMOVALS = ("2026-11-18", "Löschungen seit der Lieferung", "Keine der gelieferten Zeilen ist betroffen.", "Effacements depuis la livraison", "Aucune ligne livrée n'est concernée.")

BUYER = {
    "purpose-and-offer": ("2026-10-05", "Zweck und Angebot", "Maschinenteile für Einkauf und Technik im Maschinenbau."),
    "interest-assessment": ("2026-10-20", "Eigene Interessenabwägung", "Drei Schritte, beschränkt auf berufliche Anschriften."),
    "notice-and-plan": ("2026-11-05", "Eigene Information und Versandplan", "Versand bis 2026-12-02."),
    "suppression-list": ("2026-11-20", "Sperrliste", "Stand des Tages; siehe sperrliste.csv."),
    "channel-plan": ("2026-11-10", "Kanalplan", "Kanäle je Land."),
    "retention-rule": ("2026-09-15", "Löschregel", "Zwölf Monate nach der letzten Ansprache."),
    "message-template": ("2026-11-12", "Muster der Nachricht", "Absender, Herkunft der Daten, Zweck, Rechte, Abmeldung."),
    "processing-record": ("2026-09-15", "Eigenes Verzeichnis der Verarbeitungstätigkeiten", "Eintrag Direktwerbung."),
    "dpo-statement": ("2026-11-16", "Stellungnahme der Datenschutzbeauftragten", "Keine Einwände bei Einhaltung des Kanalplans."),
    "sample-check": ("2026-11-17", "Eigene Stichprobe", "40 Zeilen angerufen oder nachgeschlagen."),
}

LEGITIMATE_INTEREST = [k for k in VENDOR if not k.startswith("consent-")]
CONSENT = [k for k in VENDOR if k not in ("legitimate-interest-assessment", "art14-notice", "notice-log")]


# what a person who reads an honest vendor's papers answers, besides that each is of this delivery
READING = {
    "basis-statement": {"basis-statement-scope": "per-source-channel-country"},
    "legitimate-interest-assessment": {
        "basis-evidence": "reviewed",
        "lia-cover": "covered",
        "lia-steps": "three-steps",
        "lia-scope": "covers-sale-and-buyer",
        "lia-alternatives": "addressed",
        "lia-safeguards": "opt-out-before-sale",
    },
    "privacy-notice": {"notice-elements": "complete", "objection-notice": "separate"},
    "art14-notice": {"notice-elements": "complete", "notice-layer": "every-layer-reachable", "objection-notice": "separate"},
    "notice-log": {"notice-route": "individual"},
    "consent-text": {"basis-evidence": "reviewed", "consent-form": "form-held", "consent-incentive": "none", "withdrawal-route": "as-easy"},
    "consent-log": {"basis-evidence": "reviewed", "consent-record": "complete"},
    "processing-record": {"ropa-elements": "sale-recorded"},
    "controller-to-controller-agreement": {"contract-kind": "controller-to-controller", "contract-terms": "complete"},
    "suppression-procedure": {"optout-scope": "one-action-for-all", "marketing-stop": "at-once", "withdrawal-route": "as-easy"},
    "rights-procedure": {"optout-latency": "up-to-1-month"},
    "retention-schedule": {"retention-rule": "fixed", "proof-retention": "long-enough"},
    "security-certificate": {"certificate-scope": "covers-collection"},
    "removals-since-export": {"removal-match": "clear"},
}


def read(kinds):
    """Every question about these papers, answered; papers that the buyer entered go by their path."""
    entered = lambda kind: f"papers/{kind}.pdf" if kind == "removals-since-export" else kind
    later = ("ropa-elements", "contract-terms", "certificate-scope", "retention-rule", "proof-retention")
    return [(c, entered(k), a) for k in kinds for c, a in {**READING.get(k, {}), "document-cover": "this-delivery"}.items() if c not in later]


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array(texts):
    return "[" + ", ".join(map(quote, texts)) + "]"


def table(name, values):
    """One TOML table; values are already TOML, None leaves a key out."""
    lines = [f"{key} = {value}" for key, value in values.items() if value is not None]
    return f"{name}\n" + "\n".join(lines) + "\n"


def vendor_paper(kind, vendor, language):
    date, *texts = REMOVALS if kind == "removals-since-export" else VENDOR[kind]
    title, text = {"de": texts[:2], "fr": texts[2:], "en": ENGLISH.get(kind)}[language]
    return date, containers.page([title, "", vendor, date, "", *wrap(text)])


def wrap(text):
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 80:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return lines + [line]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def vendor_papers(files, vendor, kinds, language="de"):
    """Writes the papers into `files` and returns the declaration's `[[gdpr.documents]]`."""
    entries = []
    for kind in kinds:
        date, data = vendor_paper(kind, vendor, language)
        files[f"papers/{kind}.pdf"] = data
        entries.append(
            table(
                "[[gdpr.documents]]",
                {"id": quote(kind), "kind": quote(kind), "path": quote(f"papers/{kind}.pdf"), "sha256": quote(sha256(data)), "date": quote(date)},
            )
        )
    return "\n".join(entries)


def documents(files, vendor, kinds, language="de"):
    """Papers that the buyer enters: the dossier's `[[document]]`."""
    entries = []
    for kind in kinds:
        date, data = vendor_paper(kind, vendor, language)
        files[f"papers/{kind}.pdf"] = data
        entries.append(
            table(
                "[[document]]",
                {"path": quote(f"papers/{kind}.pdf"), "kinds": array([kind]), "date": date, "dated-by": quote("document"), "sha256": quote(sha256(data)), "seen": quote("copy")},
            )
        )
    return "\n".join(entries)


def items(files, buyer, kinds):
    """The buyer's own papers: the dossier's `[[item]]`."""
    entries = []
    for kind in kinds:
        date, title, text = BUYER[kind]
        data = containers.page([title, "", buyer, date, "", *wrap(text)])
        files[f"own/{kind}.pdf"] = data
        entries.append(table("[[item]]", {"kind": quote(kind), "path": quote(f"own/{kind}.pdf"), "date": date, "sha256": quote(sha256(data))}))
    return "\n".join(entries)


def facts(answers):
    """`answers`: address of a fact, its value as TOML, the document that says it or None, page."""
    return "\n".join(
        table("[[answer]]", {"fact": quote(f), "value": v, "document": quote(f"papers/{d}.pdf") if d else None, "page": quote(p) if d else None, "by": quote("buyer")})
        for f, v, d, p in answers
    )


def reviews(answers):
    """`answers`: check, document, answer."""
    return "\n".join(
        table("[[review]]", {"check": quote(c), "document": quote(d), "answer": quote(a), "page": quote("1"), "by": quote("dpo-2026"), "at": "2026-11-20"})
        for c, d, a in answers
    )
