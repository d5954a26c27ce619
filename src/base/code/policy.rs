//! Policies (BEL-P).

super::codes! {
    SYNTAX "BEL-P001" "policy-syntax" 2
        en "a policy is not valid TOML", "The file could not be read as TOML. Nothing was judged.", "Correct the marked place.";
        de "ein Regelwerk ist kein gültiges TOML", "Die Datei ließ sich nicht als TOML lesen. Es wurde nichts beurteilt.", "Berichtigen Sie die bezeichnete Stelle.";
    UNKNOWN_FIELD "BEL-P012" "policy-unknown-field" 2
        en "unknown field in a policy", "A key is not part of the policy format. Nothing was judged.", "Correct the name; all slips of a file are listed at once.";
        de "unbekanntes Feld in einem Regelwerk", "Ein Schlüssel gehört nicht zum Format eines Regelwerks. Es wurde nichts beurteilt.", "Berichtigen Sie den Namen; alle Fehler einer Datei werden auf einmal genannt.";
    VALUE "BEL-P013" "policy-value" 2
        en "a value of a policy is not what belongs there", "A field has another kind of value, or a word outside its closed list. Nothing was judged.", "Correct the value.";
        de "ein Wert eines Regelwerks passt nicht an seine Stelle", "Ein Feld hat eine andere Art von Wert, oder ein Wort außerhalb seiner geschlossenen Liste. Es wurde nichts beurteilt.", "Berichtigen Sie den Wert.";
    MISSING "BEL-P014" "policy-missing-field" 2
        en "a field of a policy is missing", "Title and demand in both languages, a source of law, and what decides must be there. Nothing was judged.", "Add the field.";
        de "in einem Regelwerk fehlt ein Feld", "Titel und Forderung in beiden Sprachen, eine Rechtsquelle und alles, was entscheidet, müssen dastehen. Es wurde nichts beurteilt.", "Ergänzen Sie das Feld.";
    NO_SUCH_BIN "BEL-P020" "policy-no-such-bin" 2
        en "a check has no bin of this name", "Bins are closed lists. Nothing was judged.", "`beleg explain CHECK` lists the bins of a check.";
        de "ein Prüfpunkt hat keine Klasse dieses Namens", "Die Klassen eines Prüfpunkts sind eine geschlossene Liste. Es wurde nichts beurteilt.", "`beleg explain PRÜFPUNKT` nennt die Klassen.";
    NO_SUCH_CHECK "BEL-P021" "policy-no-such-check" 2
        en "there is no check of this name", "Clauses and conditions name checks of the catalogue. Nothing was judged.", "`beleg explain` lists all checks.";
        de "einen Prüfpunkt dieses Namens gibt es nicht", "Klauseln und Bedingungen nennen Prüfpunkte des Katalogs. Es wurde nichts beurteilt.", "`beleg explain` nennt alle Prüfpunkte.";
    NOWHERE_PLACED "BEL-P022" "policy-bin-nowhere-placed" 2
        en "a bin is nowhere placed", "Each bin of a clause's check stands in exactly one of bad, unproven, good, so that nothing passes by being forgotten. Nothing was judged.", "Place the bin.";
        de "eine Klasse ist nirgends eingeordnet", "Jede Klasse des Prüfpunkts einer Klausel steht in genau einem von bad, unproven, good, damit nichts durch Vergessen besteht. Es wurde nichts beurteilt.", "Ordnen Sie die Klasse ein.";
    PLACED_TWICE "BEL-P023" "policy-bin-placed-twice" 2
        en "a bin is placed twice", "Each bin stands once: in one of bad, unproven, good, in one group of a fold, once in a list. Nothing was judged.", "Remove it from one place.";
        de "eine Klasse ist zweimal eingeordnet", "Jede Klasse steht einmal: in einem von bad, unproven, good, in einer Gruppe einer Faltung, einmal in einer Liste. Es wurde nichts beurteilt.", "Streichen Sie sie an einer Stelle.";
    CANNOT_BITE "BEL-P024" "policy-cannot-bite" 2
        en "a clause can never be breached or unproven", "No bin counts, or its conditions never hold. A clause that cannot bite is no protection. Nothing was judged.", "Name the bins that count, or drop the clause.";
        de "eine Klausel kann nie verletzt oder unbelegt sein", "Keine Klasse zählt, oder ihre Bedingungen treffen nie zu. Eine Klausel, die nicht greifen kann, schützt nicht. Es wurde nichts beurteilt.", "Nennen Sie die Klassen, die zählen, oder streichen Sie die Klausel.";
    BOUND "BEL-P025" "policy-bound" 2
        en "a bound cannot be exceeded, or is no bound", "A bound is `{ share = \"0.05\" }`, less than 1 unless the clause is info, or `{ count = 10 }`, and only where there are bins to count.", "Correct the bound.";
        de "eine Schranke ist nicht zu überschreiten oder keine Schranke", "Eine Schranke ist `{ share = \"0.05\" }`, kleiner als 1 außer bei Hinweisen, oder `{ count = 10 }`, und nur dort, wo Klassen zu zählen sind.", "Berichtigen Sie die Schranke.";
    CONDITION "BEL-P026" "policy-condition" 2
        en "a condition excludes everything, or cannot be joined", "A condition names another check than the clause's own and at least one bin; clauses that withhold have conditions on rows only; values that rows share cannot be joined. Nothing was judged.", "Correct `where`.";
        de "eine Bedingung schließt alles aus oder lässt sich nicht verbinden", "Eine Bedingung nennt einen anderen Prüfpunkt als die Klausel und mindestens eine Klasse; Klauseln, die zurückhalten, haben nur Bedingungen an Zeilen; Werte, die sich Zeilen teilen, lassen sich nicht verbinden. Es wurde nichts beurteilt.", "Berichtigen Sie `where`.";
    FAILS_OPEN "BEL-P027" "policy-fails-open" 2
        en "emptying a column would be a way out", "A condition leaves out `blank` or `illegible`, and no clause counts them: whoever empties the column escapes the clause. Nothing was judged.", "Count the bin as bad or unproven in a clause, or say in `[absent]` which check answers for it.";
        de "eine Spalte zu leeren wäre ein Ausweg", "Eine Bedingung lässt `blank` oder `illegible` aus, und keine Klausel zählt sie: Wer die Spalte leert, entgeht der Klausel. Es wurde nichts beurteilt.", "Zählen Sie die Klasse in einer Klausel als bad oder unproven, oder sagen Sie in `[absent]`, welcher Prüfpunkt dafür einsteht.";
    WITHHOLD "BEL-P028" "policy-withhold" 2
        en "what a clause withholds does not fit", "`hold` stands alone, in a clause of acquisition; only clauses on rows and on values that rows share withhold. Nothing was judged.", "Correct `withhold`.";
        de "was eine Klausel zurückhält, passt nicht", "`hold` steht allein, in einer Klausel des Erwerbs; nur Klauseln über Zeilen und über Werte, die sich Zeilen teilen, halten zurück. Es wurde nichts beurteilt.", "Berichtigen Sie `withhold`.";
    NO_CHANNEL "BEL-P029" "policy-no-channel" 2
        en "a clause of contact concerns no channel", "A clause of the block contact names channels in `withhold` or in `channels`. Nothing was judged.", "Add the channels.";
        de "eine Klausel des Kontakts betrifft keinen Kanal", "Eine Klausel des Blocks contact nennt Kanäle in `withhold` oder in `channels`. Es wurde nichts beurteilt.", "Ergänzen Sie die Kanäle.";
    OWN_CHECK "BEL-P030" "policy-own-check" 2
        en "an own check is not complete", "An own check has a name, a closed list of bins, worst first, with `illegible` and `blank` among them, and an expression; some clause reads it. Nothing was judged.", "`beleg explain policy` shows one that is complete.";
        de "ein eigener Prüfpunkt ist unvollständig", "Ein eigener Prüfpunkt hat einen Namen, eine geschlossene Liste von Klassen, die schlechteste zuerst, darunter `illegible` und `blank`, und einen Ausdruck; eine Klausel liest ihn. Es wurde nichts beurteilt.", "`beleg explain policy` zeigt einen vollständigen.";
    EXPRESSION "BEL-P031" "policy-expression" 2
        en "an expression holds something that is not allowed", "The expression of an own check may read the columns of its row and nothing else: no file, clock, other row, aggregate, subquery or cast. Nothing was judged.", "Allowed are columns, literals, CASE, AND, OR, NOT, comparison, IN, LIKE, IS NULL, LOWER, UPPER, TRIM, LENGTH, SUBSTR (`beleg explain policy`).";
        de "ein Ausdruck enthält etwas, das nicht erlaubt ist", "Der Ausdruck eines eigenen Prüfpunkts darf die Spalten seiner Zeile lesen und sonst nichts: keine Datei, keine Uhr, keine andere Zeile, kein Aggregat, keine Unterabfrage, keine Typumwandlung. Es wurde nichts beurteilt.", "Erlaubt sind Spalten, Literale, CASE, AND, OR, NOT, Vergleich, IN, LIKE, IS NULL, LOWER, UPPER, TRIM, LENGTH, SUBSTR (`beleg explain policy`).";
    EXTENDS "BEL-P032" "policy-extends" 2
        en "a policy cannot be put together from its parts", "`extends` names shipped policies or files beside the policy; `drop` names clauses or levels that stand in them. Both act before anything else, and a packed policy has neither. Nothing was judged.", "`beleg policy show FILE --toml` shows the text that the parts make.";
        de "ein Regelwerk lässt sich nicht aus seinen Teilen zusammensetzen", "`extends` nennt mitgelieferte Regelwerke oder Dateien neben dem Regelwerk; `drop` nennt Klauseln oder Ebenen, die darin stehen. Beides wirkt vor allem anderen, und ein gepacktes Regelwerk hat keines davon. Es wurde nichts beurteilt.", "`beleg policy show DATEI --toml` zeigt den Text, den die Teile ergeben.";
    CASES "BEL-P033" "policy-cases" 2
        en "a case of a policy's test cannot be read", "A case names a clause, how many units lie in which bins of its check, and the status that must come out. Nothing was tested.", "[[case]] with clause = \"PER-02\", counts = { freemail = 2, organisation = 98 }, expect = \"breached\".";
        de "ein Fall eines Regelwerkstests ist nicht lesbar", "Ein Fall nennt eine Klausel, wie viele Einheiten in welchen Klassen ihres Prüfpunkts liegen, und den Status, der herauskommen muss. Es wurde nichts geprüft.", "[[case]] mit clause = \"PER-02\", counts = { freemail = 2, organisation = 98 }, expect = \"breached\".";
    CODE_FORM "BEL-P040" "policy-code-form" 2
        en "a name in a policy has the wrong form", "A clause's code is two to eight capital letters or digits, a hyphen, two or three digits (PER-02); ids are lower-case words. Nothing was judged.", "Correct the name.";
        de "ein Name in einem Regelwerk hat die falsche Form", "Der Code einer Klausel besteht aus zwei bis acht Großbuchstaben oder Ziffern, einem Bindestrich und zwei oder drei Ziffern (PER-02); Kennungen sind klein geschriebene Wörter. Es wurde nichts beurteilt.", "Berichtigen Sie den Namen.";
    TWICE "BEL-P041" "policy-twice" 2
        en "something stands twice in a policy", "Codes of clauses and remedies are unique, and so is the cell of the contact matrix that a row finds. Nothing was judged.", "Remove or rename one of the two.";
        de "etwas steht zweimal in einem Regelwerk", "Codes von Klauseln und Abhilfen sind eindeutig, ebenso die Zelle der Kontaktmatrix, die eine Zeile findet. Es wurde nichts beurteilt.", "Streichen Sie eines von beiden, oder benennen Sie es um.";
    NO_SUCH_REMEDY "BEL-P042" "policy-no-such-remedy" 2
        en "there is no remedy of this name", "`remedy` names entries of `[[remedy]]` of the same policy. Nothing was judged.", "Correct the name, or add the remedy.";
        de "eine Abhilfe dieses Namens gibt es nicht", "`remedy` nennt Einträge aus `[[remedy]]` desselben Regelwerks. Es wurde nichts beurteilt.", "Berichtigen Sie den Namen, oder ergänzen Sie die Abhilfe.";
    TOO_LARGE "BEL-P043" "policy-too-large" 2
        en "a clause asks for too large a table", "The product of its groups is above 100,000, so a list could make a run fail. Nothing was judged.", "Use fewer conditions, or fewer matrix look-ups in one clause.";
        de "eine Klausel verlangt eine zu große Tabelle", "Das Produkt ihrer Gruppen liegt über 100.000, eine Liste könnte einen Lauf scheitern lassen. Es wurde nichts beurteilt.", "Verwenden Sie weniger Bedingungen oder weniger Matrix-Abfragen in einer Klausel.";
    DECISION "BEL-P044" "policy-decision" 2
        en "a decision on the contact matrix decides nothing", "A `[[matrix]]` line with `decided` stands only where the researched cell is open (`depends`, `unknown`, certainty L, not yet in force), and it names a value. Nothing was judged.", "Remove the line. Where the law has changed, change the researched line and its source of law.";
        de "eine Entscheidung zur Kontaktmatrix entscheidet nichts", "Eine Zeile `[[matrix]]` mit `decided` steht nur dort, wo die recherchierte Zelle offen ist (`depends`, `unknown`, Gewissheit L, noch nicht in Kraft), und sie nennt einen Wert. Es wurde nichts beurteilt.", "Streichen Sie die Zeile. Hat sich das Recht geändert, ändern Sie die recherchierte Zeile und ihre Rechtsquelle.";
}
