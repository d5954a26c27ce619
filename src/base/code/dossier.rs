//! Dossier and declaration (BEL-D). What a vendor claims is judged, not refused: only a file that cannot be parsed is
//! an error there. In the buyer's own dossier every slip is one.

super::codes! {
    DOSSIER_SYNTAX "BEL-D001" "dossier-not-toml" 2
        en "the dossier is not valid TOML", "The buyer's dossier could not be parsed. Nothing was judged.", "Correct the place that is named.";
        de "das Dossier ist kein gültiges TOML", "Das Dossier des Käufers war nicht zu lesen. Es wurde nichts beurteilt.", "Berichtigen Sie die genannte Stelle.";
    DOSSIER_FIELD "BEL-D002" "dossier-field-unknown" 2
        en "unknown field in the dossier", "The dossier has no field of this name here. A misspelt field would silently be missing, so it is refused.", "Correct the name, or remove the field.";
        de "unbekanntes Feld im Dossier", "Ein Feld dieses Namens kennt das Dossier hier nicht. Ein Schreibfehler würde sonst unbemerkt fehlen, deshalb wird er abgelehnt.", "Berichtigen Sie den Namen, oder entfernen Sie das Feld.";
    DOSSIER_VALUE "BEL-D003" "dossier-value" 2
        en "a value of the dossier cannot be used", "A value of the dossier is of the wrong kind or none of the words that the field knows. The value itself is not repeated.", "Correct the value at the place that is named.";
        de "ein Wert des Dossiers ist nicht verwendbar", "Ein Wert des Dossiers ist von falscher Art oder keines der Wörter, die das Feld kennt. Der Wert selbst wird nicht wiederholt.", "Berichtigen Sie den Wert an der genannten Stelle.";
    DOSSIER_MISSING "BEL-D004" "dossier-field-missing" 2
        en "a field of the dossier is missing", "An entry of the dossier lacks a field that it cannot do without.", "Add the field.";
        de "im Dossier fehlt ein Feld", "Einem Eintrag des Dossiers fehlt ein Feld, ohne das er nichts sagt.", "Ergänzen Sie das Feld.";
    DOSSIER_REFERENCE "BEL-D005" "dossier-reference" 2
        en "the dossier names something that it does not hold", "An answer or review names a document or a source that stands neither in the dossier nor in the declaration. A named file that is not at hand is no error; a name that nothing explains is.", "List the document under `[[document]]`, or correct the name.";
        de "das Dossier nennt etwas, das es nicht enthält", "Eine Antwort oder Durchsicht nennt eine Unterlage oder Quelle, die weder im Dossier noch in der Erklärung steht. Eine genannte Datei, die nicht vorliegt, ist kein Fehler; ein Name, den nichts erklärt, schon.", "Führen Sie die Unterlage unter `[[document]]` auf, oder berichtigen Sie den Namen.";
    DOSSIER_CHECK "BEL-D006" "dossier-check-unknown" 2
        en "no such check", "An answer or review names a check that does not exist.", "`beleg explain` lists all checks.";
        de "kein solcher Prüfpunkt", "Eine Antwort oder Durchsicht nennt einen Prüfpunkt, den es nicht gibt.", "`beleg explain` nennt alle Prüfpunkte.";
    DOSSIER_ANSWER "BEL-D007" "dossier-answer" 2
        en "not an answer to this check", "The answer is none of the check's bins, or it is a grade of evidence, which is worked out and cannot be claimed.", "Choose one of the bins that are named.";
        de "keine Antwort auf diesen Prüfpunkt", "Die Antwort ist keines der Fächer des Prüfpunkts, oder sie ist ein Grad des Nachweises; der wird ermittelt und kann nicht behauptet werden.", "Wählen Sie eines der genannten Fächer.";
    DOSSIER_FACT "BEL-D008" "dossier-fact-unknown" 2
        en "no such fact", "An answer names a fact that no declaration has.", "A fact is written like `gdpr.retention.vendor-deletes-after`, or `platform-visibility@` and the source's id.";
        de "keine solche Angabe", "Eine Antwort nennt eine Angabe, die keine Erklärung hat.", "Eine Angabe schreibt man wie `gdpr.retention.vendor-deletes-after`, oder `platform-visibility@` und die Kennung der Quelle.";
    DOSSIER_TWICE "BEL-D009" "dossier-twice" 2
        en "listed twice", "The dossier lists the same file twice. Which entry counts would be left open.", "Keep one entry; it may name several kinds.";
        de "doppelt aufgeführt", "Das Dossier führt dieselbe Datei zweimal auf. Offen bliebe, welcher Eintrag gilt.", "Behalten Sie einen Eintrag; er darf mehrere Arten nennen.";
    DECLARATION_SYNTAX "BEL-D011" "declaration-syntax" 2
        en "the declaration cannot be parsed", "The vendor's declaration is not valid TOML, YAML or JSON, whichever its name says (`.yaml`, `.yml`, `.json`, else TOML), or uses something of YAML that is not read: anchors, aliases, merge keys, tags, several documents. An unreadable declaration is not the same as none, so nothing was judged.", "Ask the vendor for a readable file, or leave the declaration out.";
        de "die Erklärung ist nicht zu lesen", "Die Erklärung des Anbieters ist kein gültiges TOML, YAML oder JSON, je nach ihrem Namen (`.yaml`, `.yml`, `.json`, sonst TOML), oder sie nutzt etwas von YAML, das nicht gelesen wird: Anker, Verweise, Merge-Schlüssel, Tags, mehrere Dokumente. Eine unlesbare Erklärung ist nicht dasselbe wie keine, deshalb wurde nichts beurteilt.", "Bitten Sie den Anbieter um eine lesbare Datei, oder lassen Sie die Erklärung weg.";
    DECLARATION_FIELD "BEL-D012" "declaration-field-unknown" 2
        en "unknown field in the declaration", "The declaration has a field that is not known here. It was left aside; this is only a warning.", "Ask the vendor whether the name is a slip.";
        de "unbekanntes Feld in der Erklärung", "Die Erklärung hat ein Feld, das hier nicht bekannt ist. Es blieb beiseite; dies ist nur eine Warnung.", "Fragen Sie den Anbieter, ob der Name ein Versehen ist.";
    DECLARATION_VALUE "BEL-D013" "declaration-value" 2
        en "a value of the declaration is illegible", "A value of the declaration is of the wrong kind or none of the known words. It counts as illegible; this is only a warning.", "Ask the vendor to state it in the form that is named.";
        de "ein Wert der Erklärung ist unleserlich", "Ein Wert der Erklärung ist von falscher Art oder keines der bekannten Wörter. Er zählt als unleserlich; dies ist nur eine Warnung.", "Bitten Sie den Anbieter um die Angabe in der genannten Form.";
    DECLARATION_MISSING "BEL-D014" "declaration-field-missing" 2
        en "a field of the declaration is missing", "An entry of the declaration lacks a field and says less than it could; this is only a warning.", "Ask the vendor to add it.";
        de "in der Erklärung fehlt ein Feld", "Einem Eintrag der Erklärung fehlt ein Feld; er sagt weniger, als er könnte. Dies ist nur eine Warnung.", "Bitten Sie den Anbieter, es zu ergänzen.";
    DECLARATION_REFERENCE "BEL-D015" "declaration-reference" 2
        en "the declaration names a document that it does not list", "A statement points at a document that the declaration does not list. It counts as a mere statement; this is only a warning.", "Ask the vendor for the document and its entry.";
        de "die Erklärung nennt eine Unterlage, die sie nicht aufführt", "Eine Angabe verweist auf eine Unterlage, die in der Erklärung nicht aufgeführt ist. Sie zählt als bloße Angabe; dies ist nur eine Warnung.", "Bitten Sie den Anbieter um die Unterlage und ihren Eintrag.";
    DECLARATION_VERSION "BEL-D016" "declaration-version" 2
        en "a declaration of another version", "The declaration is written after a version of the format that this program does not know. It could be misread, so nothing was judged.", "Use a newer release, or ask for a declaration of version 1.";
        de "eine Erklärung anderer Fassung", "Die Erklärung folgt einer Fassung des Formats, die dieses Programm nicht kennt. Sie könnte falsch gelesen werden, deshalb wurde nichts beurteilt.", "Nehmen Sie eine neuere Ausgabe, oder bitten Sie um eine Erklärung der Fassung 1.";
    FORM_UNREADABLE "BEL-D060" "form-unreadable" 2
        en "no questionnaire", "The file is neither a workbook nor the saved answers of a page that `beleg declare --form` made, or it is damaged. No declaration was written.", "Hand in the filled workbook, or the file that the button of the page saves.";
        de "kein Fragebogen", "Die Datei ist weder eine Arbeitsmappe noch die gespeicherten Antworten einer Seite, die `beleg declare --form` erstellt hat, oder sie ist beschädigt. Es wurde keine Erklärung geschrieben.", "Nehmen Sie die ausgefüllte Arbeitsmappe oder die Datei, die der Knopf der Seite speichert.";
    FORM_VERSION "BEL-D061" "form-version" 2
        en "a questionnaire of another version", "The questionnaire was made by another release with other questions. Answers could be taken for those of other questions, so no declaration was written.", "Use the release that made it, or send a new questionnaire.";
        de "ein Fragebogen anderer Fassung", "Den Fragebogen hat eine andere Ausgabe mit anderen Fragen erstellt. Antworten könnten für die anderer Fragen gehalten werden, deshalb wurde keine Erklärung geschrieben.", "Nehmen Sie die Ausgabe, die ihn erstellt hat, oder senden Sie einen neuen Fragebogen.";
    FORM_ANSWER "BEL-D062" "form-answer" 2
        en "an answer that cannot be taken", "Nothing is answered at all, or an answer of the questionnaire is of the wrong kind, none of the words of its list, a formula, given twice, or points at a document that is not listed. The answer itself is not repeated. No declaration was written.", "Correct the cell that is named, or ask the vendor to.";
        de "eine Antwort, die so nicht gilt", "Es ist gar nichts beantwortet, oder eine Antwort des Fragebogens ist von falscher Art, keines der Wörter ihrer Liste, eine Formel, doppelt gegeben, oder sie verweist auf eine Unterlage, die nicht aufgeführt ist. Die Antwort selbst wird nicht wiederholt. Es wurde keine Erklärung geschrieben.", "Berichtigen Sie die genannte Zelle, oder bitten Sie den Anbieter darum.";
    SUPPRESSION_UNREADABLE "BEL-D021" "suppression-unreadable" 2
        en "a suppression list cannot be read", "A suppression list that is named is not at hand or is no plain list. Going on without it could let suppressed persons through, so nothing was judged.", "Supply a text file with one address, domain or telephone number per line.";
        de "eine Sperrliste ist nicht lesbar", "Eine genannte Sperrliste liegt nicht vor oder ist keine einfache Liste. Ohne sie könnten gesperrte Personen durchrutschen, deshalb wurde nichts beurteilt.", "Geben Sie eine Textdatei mit einer Adresse, Domain oder Telefonnummer je Zeile an.";
    SUPPRESSION_LINES "BEL-D022" "suppression-lines" 2
        en "lines of a suppression list match nothing", "Some lines are neither an address nor a domain nor a telephone number with its country code, and so match no row; this is only a warning.", "Correct the lines; write telephone numbers like `+49 …`.";
        de "Zeilen einer Sperrliste treffen nichts", "Einige Zeilen sind weder Adresse noch Domain noch Telefonnummer mit Landesvorwahl und treffen deshalb keine Zeile der Liste; dies ist nur eine Warnung.", "Berichtigen Sie die Zeilen; schreiben Sie Telefonnummern wie `+49 …`.";
    DOSSIER_LISTED "BEL-D040" "dossier-listed" 2
        en "the file is in the dossier already", "The dossier lists this file, or another one with the same content. A second entry would leave open which one counts, so nothing was written.", "`--again` brings the entry up to date.";
        de "die Datei steht schon im Dossier", "Das Dossier führt diese Datei oder eine andere gleichen Inhalts. Mit einem zweiten Eintrag bliebe offen, welcher gilt; deshalb wurde nichts geschrieben.", "`--again` bringt den Eintrag auf den Stand.";
    DOSSIER_CHANGED "BEL-D041" "dossier-document-changed" 2
        en "the file has changed since it was listed", "The digest in the dossier is that of other content. Whoever read the file read something else, so nothing was written.", "`--again` lists the file as it is now; what was answered and reviewed before is then to be read again.";
        de "die Datei hat sich seit dem Eintrag geändert", "Der Digest im Dossier gehört zu anderem Inhalt. Wer die Datei gelesen hat, las etwas anderes; deshalb wurde nichts geschrieben.", "`--again` führt die Datei auf, wie sie jetzt ist; was vorher beantwortet und gelesen wurde, ist dann noch einmal zu lesen.";
    DOSSIER_UNLISTED "BEL-D042" "dossier-unlisted" 2
        en "the dossier does not list this document", "An answer or a review is about a document of the dossier or of the declaration. This one is in neither, so nothing was written.", "List it with `beleg dossier add` first.";
        de "diese Unterlage führt das Dossier nicht auf", "Antwort und Durchsicht betreffen eine Unterlage des Dossiers oder der Erklärung. Diese steht in keinem von beiden; deshalb wurde nichts geschrieben.", "Führen Sie sie zuerst mit `beleg dossier add` auf.";
    DOSSIER_TOUCHED "BEL-D043" "dossier-touched" 2
        en "the dossier was changed meanwhile", "Somebody else wrote the dossier while it was being worked on. Writing now would lose that, so nothing was written.", "Run the command again.";
        de "das Dossier wurde inzwischen geändert", "Jemand anderes hat das Dossier geschrieben, während daran gearbeitet wurde. Jetzt zu schreiben, würde das verlieren; deshalb wurde nichts geschrieben.", "Rufen Sie den Befehl noch einmal auf.";
    DOSSIER_PATH "BEL-D044" "dossier-path" 2
        en "a path that the dossier cannot name", "Paths in a dossier are written with slashes and in UTF-8, and the file has to be found by them again. Nothing was written.", "Rename the file.";
        de "ein Pfad, den das Dossier nicht nennen kann", "Pfade in einem Dossier stehen mit Schrägstrichen und in UTF-8, und die Datei muss über sie wieder zu finden sein. Es wurde nichts geschrieben.", "Benennen Sie die Datei um.";
    DOSSIER_ASKED "BEL-D045" "dossier-not-asked" 2
        en "this document is not asked that", "The check is decided by other papers, or by none; an answer about this document would have no effect. Nothing was written.", "`beleg dossier review FILE` without a terminal names the questions of a document.";
        de "danach wird diese Unterlage nicht gefragt", "Der Prüfpunkt entscheidet sich an anderen Papieren oder an keinem; eine Antwort zu dieser Unterlage hätte keine Wirkung. Es wurde nichts geschrieben.", "`beleg dossier review DATEI` ohne Terminal nennt die Fragen einer Unterlage.";
    DOSSIER_NOT_AT_HAND "BEL-D046" "dossier-not-at-hand" 2
        en "the document is not at hand as it was listed", "Only a file that is there and has the digest of its entry can be read. Nothing was written.", "Put the file where its entry says, or list it anew with `beleg dossier add --again`.";
        de "die Unterlage liegt nicht so vor, wie sie aufgeführt ist", "Gelesen werden kann nur eine Datei, die da ist und den Digest ihres Eintrags hat. Es wurde nichts geschrieben.", "Legen Sie die Datei dorthin, wo ihr Eintrag sie nennt, oder führen Sie sie mit `beleg dossier add --again` neu auf.";
    DOSSIER_FORM "BEL-D047" "dossier-form" 2
        en "the entry is written in a form that is not changed here", "The key to be changed is a table of its own in the dossier, or stands on one line with others. Nothing was written.", "Change this entry by hand, or take it out and add it anew.";
        de "der Eintrag hat eine Form, die hier nicht geändert wird", "Der zu ändernde Schlüssel ist im Dossier eine eigene Tabelle oder steht mit anderen in einer Zeile. Es wurde nichts geschrieben.", "Ändern Sie diesen Eintrag von Hand, oder nehmen Sie ihn heraus und fügen Sie ihn neu hinzu.";
}
