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
    DECLARATION_SYNTAX "BEL-D011" "declaration-not-toml" 2
        en "the declaration is not valid TOML", "The vendor's declaration could not be parsed. An unreadable declaration is not the same as none, so nothing was judged.", "Ask the vendor for a readable file, or leave the declaration out.";
        de "die Erklärung ist kein gültiges TOML", "Die Erklärung des Anbieters war nicht zu lesen. Eine unlesbare Erklärung ist nicht dasselbe wie keine, deshalb wurde nichts beurteilt.", "Bitten Sie den Anbieter um eine lesbare Datei, oder lassen Sie die Erklärung weg.";
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
    SUPPRESSION_UNREADABLE "BEL-D021" "suppression-unreadable" 2
        en "a suppression list cannot be read", "A suppression list that is named is not at hand or is no plain list. Going on without it could let suppressed persons through, so nothing was judged.", "Supply a text file with one address, domain or telephone number per line.";
        de "eine Sperrliste ist nicht lesbar", "Eine genannte Sperrliste liegt nicht vor oder ist keine einfache Liste. Ohne sie könnten gesperrte Personen durchrutschen, deshalb wurde nichts beurteilt.", "Geben Sie eine Textdatei mit einer Adresse, Domain oder Telefonnummer je Zeile an.";
    SUPPRESSION_LINES "BEL-D022" "suppression-lines" 2
        en "lines of a suppression list match nothing", "Some lines are neither an address nor a domain nor a telephone number with its country code, and so match no row; this is only a warning.", "Correct the lines; write telephone numbers like `+49 …`.";
        de "Zeilen einer Sperrliste treffen nichts", "Einige Zeilen sind weder Adresse noch Domain noch Telefonnummer mit Landesvorwahl und treffen deshalb keine Zeile der Liste; dies ist nur eine Warnung.", "Berichtigen Sie die Zeilen; schreiben Sie Telefonnummern wie `+49 …`.";
}
