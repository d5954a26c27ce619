//! Usage and configuration (BEL-U, BEL-C).

super::codes! {
    USAGE "BEL-U001" "usage" 2
        en "wrong usage", "The command line could not be understood. Nothing was done.", "See `beleg help` or `beleg help COMMAND`.";
        de "falscher Aufruf", "Die Befehlszeile war nicht zu verstehen. Es wurde nichts getan.", "Siehe `beleg help` oder `beleg help BEFEHL`.";
    TOPIC_UNKNOWN "BEL-U002" "topic-unknown" 2
        en "unknown topic", "There is no check, clause, code or page of this name.", "`beleg explain` without a topic lists them all.";
        de "unbekanntes Thema", "Einen Prüfpunkt, eine Klausel, einen Code oder eine Seite dieses Namens gibt es nicht.", "`beleg explain` ohne Thema nennt alle.";
    DAY_ILLEGIBLE "BEL-U003" "day-illegible" 2
        en "not a day or time", "A day is written 2026-11-23, a time 2026-11-23T14:05:09Z.", "Correct the option.";
        de "kein Tag oder Zeitpunkt", "Ein Tag wird 2026-11-23 geschrieben, ein Zeitpunkt 2026-11-23T14:05:09Z.", "Berichtigen Sie die Angabe.";
    SIGNING_INCOMPLETE "BEL-U004" "signing-incomplete" 2
        en "something is missing for signing", "A signed record names vendor, delivery and verifier; without them nothing is signed.", "Give `--vendor`, `--delivery` and `--verifier-id`, or state vendor and delivery in the dossier.";
        de "zum Unterschreiben fehlt etwas", "Ein unterschriebener Beleg nennt Anbieter, Lieferung und Prüfstelle; ohne sie wird nichts unterschrieben.", "Geben Sie `--vendor`, `--delivery` und `--verifier-id` an, oder nennen Sie Anbieter und Lieferung im Dossier.";
    SMALL_LIST "BEL-U005" "small-list" 2
        en "fewer than 50 rows", "Counts of a very small list say much about single persons; it is signed only on request.", "Add `--small-list`; the record will say so.";
        de "weniger als 50 Zeilen", "Die Zählung einer sehr kleinen Liste sagt viel über einzelne Personen; sie wird nur auf Verlangen unterschrieben.", "Fügen Sie `--small-list` hinzu; der Beleg vermerkt es.";
    FACT_UNKNOWN "BEL-U080" "fact-unknown" 2
        en "no such fact", "`--set` names a fact that no declaration has. Nothing was written.", "The questions of the file that `beleg declare` writes name all facts; of lists with the number of the entry, such as `gdpr.sources[1].id`.";
        de "keine solche Angabe", "`--set` nennt eine Angabe, die keine Erklärung hat. Es wurde nichts geschrieben.", "Die Fragen der Datei, die `beleg declare` schreibt, nennen alle Angaben; bei Listen mit der Nummer des Eintrags, etwa `gdpr.sources[1].id`.";
    FACT_WITHOUT_VALUE "BEL-U081" "fact-without-value" 2
        en "a fact without a value", "`--set` takes the address of a fact, an equals sign and its value. Nothing was written.", "Write it like `--set gdpr.countries=DE,AT`.";
        de "eine Angabe ohne Wert", "`--set` nimmt die Adresse einer Angabe, ein Gleichheitszeichen und ihren Wert. Es wurde nichts geschrieben.", "Schreiben Sie es wie `--set gdpr.countries=DE,AT`.";
    FACT_UNFIT "BEL-U082" "fact-unfit" 2
        en "a fact that cannot stand so", "The value of a fact is of the wrong kind, none of the words that it knows, or points at a document that is not listed. The value itself is not repeated. Nothing was written.", "Correct the fact that is named.";
        de "eine Angabe, die so nicht stehen kann", "Der Wert einer Angabe ist von falscher Art, keines der Wörter, die sie kennt, oder er verweist auf eine Unterlage, die nicht aufgeführt ist. Der Wert selbst wird nicht wiederholt. Es wurde nichts geschrieben.", "Berichtigen Sie die genannte Angabe.";
    DECLARATION_ENDING "BEL-U083" "declaration-ending" 2
        en "a name that says another form", "The ending of a declaration's name says whether it is read as TOML, YAML or JSON; here it is written in TOML. A questionnaire is a workbook or a page, and its name says which.", "Give it a name with the ending that is named.";
        de "ein Name, der eine andere Form nennt", "Die Endung einer Erklärung sagt, ob sie als TOML, YAML oder JSON gelesen wird; geschrieben wird sie hier in TOML. Ein Fragebogen ist eine Arbeitsmappe oder eine Seite, und sein Name sagt, was von beiden.", "Geben Sie ihr einen Namen mit der genannten Endung.";
    VARIABLE_UNKNOWN "BEL-C001" "variable-unknown" 2
        en "unknown environment variable", "A variable with the prefix `BELEG_` is read by no option. Nothing was done, so that a slip is not silently without effect.", "Correct its name or remove it.";
        de "unbekannte Umgebungsvariable", "Eine Variable mit der Vorsilbe `BELEG_` wird von keiner Option gelesen. Es wurde nichts getan, damit ein Schreibfehler nicht still ohne Wirkung bleibt.", "Berichtigen Sie den Namen, oder entfernen Sie sie.";
    POLICY_UNKNOWN "BEL-U006" "policy-unknown" 2
        en "unknown policy", "No shipped policy and no file has this name. Nothing was judged.", "Name a shipped policy, or the path of a TOML file.";
        de "unbekanntes Regelwerk", "Diesen Namen trägt weder ein mitgeliefertes Regelwerk noch eine Datei. Es wurde nichts beurteilt.", "Nennen Sie ein mitgeliefertes Regelwerk oder den Pfad einer TOML-Datei.";
    LABEL_UNFIT "BEL-U007" "label-unfit" 2
        en "a name that no record may carry", "Names in a record are one plain line of at most 120 characters, not an address. Nothing was done.", "Give another name.";
        de "ein Name, den kein Beleg tragen darf", "Namen in einem Beleg sind eine schlichte Zeile von höchstens 120 Zeichen und keine Adresse. Es wurde nichts getan.", "Geben Sie einen anderen Namen an.";
    CHANNEL_UNKNOWN "BEL-U008" "channel-unknown" 2
        en "unknown channel", "Channels are email, phone, sms, auto-call, post and social.", "Correct the option.";
        de "unbekannter Kanal", "Kanäle sind email, phone, sms, auto-call, post und social.", "Berichtigen Sie die Angabe.";
    DEMO_FAILED "BEL-U009" "demo-failed" 2
        en "the demo came out otherwise than announced", "A list that was not touched did not verify, or a touched one did. Do not rely on this program.", "Please report it, with the version and the machine.";
        de "die Vorführung kam anders heraus als angekündigt", "Eine unberührte Liste bestand die Prüfung nicht, oder eine veränderte bestand sie. Verlassen Sie sich nicht auf dieses Programm.", "Bitte melden Sie es, mit Version und Gerät.";
    AS_OF_LATER "BEL-U010" "as-of-later" 2
        en "judged as of a day that has not come", "The as-of date of a signed record is not after the day on which it was made; such a record would verify nowhere. Nothing was signed.", "Give an earlier `--as-of`, or leave out `--time`.";
        de "Stichtag nach dem Tag der Unterschrift", "Der Stichtag eines unterschriebenen Belegs liegt nicht nach dem Tag, an dem er entstand; ein solcher Beleg bestünde keine Prüfung. Es wurde nichts unterschrieben.", "Geben Sie einen früheren `--as-of` an, oder lassen Sie `--time` weg.";
    COLUMN_NOT_THERE "BEL-U020" "column-not-there" 2
        en "the list has no such column", "Neither a column that headers are mapped to nor a header of the list has this name.", "Name a column (`email`), a header as it stands in the file, or a position (`#7`).";
        de "eine solche Spalte hat die Liste nicht", "Weder eine zugeordnete Spalte noch eine Überschrift der Liste heißt so.", "Nennen Sie eine Spalte (`email`), eine Überschrift wie in der Datei oder eine Position (`#7`).";
    TERMINAL "BEL-U021" "rows-on-a-terminal" 2
        en "rows are not shown on a terminal", "What was read is personal data of many people: it goes into a file of yours, into a pipe, or onto the terminal if that is said. Nothing was written.", "Name a file with `-o FILE`, or `-o -` for standard output.";
        de "Zeilen erscheinen nicht im Terminal", "Was gelesen wurde, sind personenbezogene Daten vieler Menschen: Sie gehen in eine Datei, in eine Pipe, oder, wenn es gesagt wird, ins Terminal. Es wurde nichts geschrieben.", "Nennen Sie mit `-o DATEI` eine Datei, oder `-o -` für die Standardausgabe.";
    REFERENCE_UNFIT "BEL-U011" "reference-unfit" 2
        en "a reference table that cannot be used", "A table of your own is missing, is no UTF-8, or has a line that is not written like those of the table that it adds to. Nothing was classified or judged.", "Write each line like the shipped table's: the same columns, small letters, its words. `!` and a key takes a shipped line away.";
        de "eine nicht verwendbare Referenztabelle", "Eine eigene Tabelle fehlt, ist kein UTF-8 oder enthält eine Zeile, die nicht wie die der ergänzten Tabelle geschrieben ist. Es wurde nichts eingeordnet oder beurteilt.", "Schreiben Sie jede Zeile wie in der mitgelieferten Tabelle: dieselben Spalten, kleine Buchstaben, ihre Wörter. `!` und ein Schlüssel nimmt eine mitgelieferte Zeile weg.";
    FLAGS_NEEDED "BEL-U040" "flags-needed" 2
        en "something would have to be asked", "Nobody can be asked here: standard input is no terminal, or `--no-input` was given. Nothing is taken for granted, so nothing was written.", "Give the options that are named.";
        de "es müsste etwas gefragt werden", "Hier kann niemand gefragt werden: Die Standardeingabe ist kein Terminal, oder es steht `--no-input`. Angenommen wird nichts; deshalb wurde nichts geschrieben.", "Geben Sie die genannten Optionen an.";
    WORD_UNKNOWN "BEL-U041" "word-unknown" 2
        en "not a word of this option", "The option takes words of a closed list. Nothing was written.", "Take one of the words that are named.";
        de "kein Wort dieser Option", "Die Option nimmt Wörter einer festen Liste. Es wurde nichts geschrieben.", "Nehmen Sie eines der genannten Wörter.";
    VALUE_UNFIT "BEL-U042" "value-unfit" 2
        en "a value that the dossier cannot take", "The value has not the form that it must have in the dossier. Nothing was written.", "Write it in the form that is named.";
        de "ein Wert, den das Dossier nicht nehmen kann", "Der Wert hat nicht die Form, die er im Dossier haben muss. Es wurde nichts geschrieben.", "Schreiben Sie ihn in der genannten Form.";
    ALREADY_SIGNED "BEL-U060" "already-signed" 2
        en "this key has signed already", "A signature counts once per key; a second one of the same key would look like a second person. Nothing was signed.", "Sign with the key of another person.";
        de "dieser Schlüssel hat schon unterschrieben", "Eine Signatur zählt je Schlüssel einmal; eine zweite desselben Schlüssels sähe aus wie die einer zweiten Person. Es wurde nichts unterschrieben.", "Unterschreiben Sie mit dem Schlüssel einer anderen Person.";
    SIGNATURES_FULL "BEL-U061" "signatures-full" 2
        en "no room for a further signature", "A record bears at most sixteen signatures. Nothing was signed.", "Have the list audited again, by those whose signatures are needed.";
        de "kein Platz für eine weitere Signatur", "Ein Beleg trägt höchstens sechzehn Signaturen. Es wurde nichts unterschrieben.", "Lassen Sie die Liste noch einmal prüfen, von denen, deren Signaturen nötig sind.";
    FOLDER_UNCHANGED "BEL-U062" "folder-unchanged" 2
        en "a bundle that is a folder is never changed", "Only a ZIP can be replaced as a whole; a folder half written over would be no bundle. Nothing was signed.", "Name a new bundle with `-o`.";
        de "ein Bündel als Ordner wird nie verändert", "Nur ein ZIP lässt sich im Ganzen ersetzen; ein halb überschriebener Ordner wäre kein Bündel. Es wurde nichts unterschrieben.", "Nennen Sie mit `-o` ein neues Bündel.";
    CENSUS_WITHHELD "BEL-U063" "census-withheld" 2
        en "the census is not in this bundle", "In a shared bundle the verdict cannot be judged again, so what is asked for cannot be done with it.", "Take the full bundle; a shared one can be made from it afterwards.";
        de "die Zählung liegt diesem Bündel nicht bei", "In einem geteilten Bündel lässt sich das Urteil nicht nachrechnen; das Verlangte ist damit nicht zu tun.", "Nehmen Sie das volle Bündel; ein geteiltes lässt sich danach daraus machen.";
    RECORD_SHARED "BEL-U050" "record-shared" 2
        en "the bundle is one for others", "A shared bundle holds neither census nor dossier, so its counts cannot be compared with those of the rows. Nothing was written.", "Take the whole bundle, as `audit` wrote it.";
        de "das Bündel ist eines zum Weitergeben", "Ein Bündel zum Weitergeben enthält weder Zählung noch Dossier; mit ihm lassen sich die Zeilen nicht abgleichen. Es wurde nichts geschrieben.", "Nehmen Sie das ganze Bündel, wie `audit` es geschrieben hat.";
    PAPERS_DIFFER "BEL-U051" "papers-differ" 4
        en "the papers are not those of the record", "Dossier, declaration, documents and suppression lists have to be the ones that the record was made with; else other rows would be held back than those that were signed. Nothing was written.", "Give `-d`, `--declaration` and `--suppress` as for the audit, with the files as they were then; or audit the list anew.";
        de "die Unterlagen sind nicht die des Belegs", "Dossier, Erklärung, Dokumente und Sperrlisten müssen die sein, mit denen der Beleg entstand; sonst würden andere Zeilen zurückgehalten als die unterschriebenen. Es wurde nichts geschrieben.", "Geben Sie `-d`, `--declaration` und `--suppress` an wie bei der Prüfung, mit den Dateien von damals; oder prüfen Sie die Liste neu.";
    LISTS_WITHOUT_DIGEST "BEL-U052" "lists-without-digest" 2
        en "suppression lists that the record has no digest of", "The dossier had no nonce, so the record says of its suppression lists only how many entries they have. Whether these are the same lists shows in the counts alone.", "Give the dossier a nonce before the next audit.";
        de "Sperrlisten, deren Prüfsumme der Beleg nicht enthält", "Das Dossier hatte keine Nonce; der Beleg sagt von seinen Sperrlisten nur, wie viele Einträge sie haben. Ob es dieselben sind, zeigen allein die Zahlen.", "Geben Sie dem Dossier vor der nächsten Prüfung eine Nonce.";
    CHANNEL_UNPLANNED "BEL-U053" "channel-unplanned" 2
        en "a channel that the record does not plan", "What may be used on it was not judged. Nothing was written.", "Name planned channels only, or audit the list anew with that plan.";
        de "ein Kanal, der im Beleg nicht geplant ist", "Was auf ihm verwendet werden dürfte, wurde nicht beurteilt. Es wurde nichts geschrieben.", "Nennen Sie nur geplante Kanäle, oder prüfen Sie die Liste neu mit diesem Plan.";
}
