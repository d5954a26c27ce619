//! From headers to columns (BEL-M).

super::codes! {
    HEADER_UNKNOWN "BEL-M001" "header-unknown" 2
        en "a mapping names a header that the list does not have", "A mapping given by hand must fit the list, else it is not known what it meant. Nothing was judged.", "Write the header as it stands in the file, or its position `#7`.";
        de "eine Zuordnung nennt eine Überschrift, die die Liste nicht hat", "Eine von Hand gegebene Zuordnung muss zur Liste passen, sonst ist unbekannt, was gemeint war. Es wurde nichts beurteilt.", "Schreiben Sie die Überschrift wie in der Datei, oder ihre Position `#7`.";
    HEADER_TWICE "BEL-M002" "header-twice" 2
        en "a mapping names one column twice", "Two entries for one column of the list contradict each other. Nothing was judged.", "Keep one of the entries; columns with equal headers are told apart by position, `#7`.";
        de "eine Zuordnung nennt eine Spalte zweimal", "Zwei Angaben zu einer Spalte der Liste widersprechen sich. Es wurde nichts beurteilt.", "Behalten Sie eine der Angaben; Spalten mit gleicher Überschrift unterscheidet die Position, `#7`.";
    MAPPING_SYNTAX "BEL-M010" "mapping-not-toml" 2
        en "the mapping is not valid TOML", "The file given with `--mapping` could not be parsed. Nothing was judged.", "Correct the place that is named. Headers stand in quotation marks, and each stands once.";
        de "die Zuordnung ist kein gültiges TOML", "Die mit `--mapping` angegebene Datei war nicht zu lesen. Es wurde nichts beurteilt.", "Berichtigen Sie die genannte Stelle. Überschriften stehen in Anführungszeichen, und jede steht einmal.";
    MAPPING_FIELD "BEL-M011" "mapping-field-unknown" 2
        en "unknown field in the mapping", "A mapping has `schema` and the table `[columns]`, nothing else. Nothing was judged.", "Correct the name, or move the header under `[columns]`.";
        de "unbekanntes Feld in der Zuordnung", "Eine Zuordnung hat `schema` und die Tabelle `[columns]`, sonst nichts. Es wurde nichts beurteilt.", "Berichtigen Sie den Namen, oder setzen Sie die Überschrift unter `[columns]`.";
    MAPPING_VALUE "BEL-M012" "mapping-value" 2
        en "a value of the mapping cannot be used", "Each header is mapped to a text: the name of a column, or `none`. Nothing was judged.", "Correct the value at the place that is named.";
        de "ein Wert der Zuordnung ist nicht verwendbar", "Jeder Überschrift steht ein Text gegenüber: der Name einer Spalte, oder `none`. Es wurde nichts beurteilt.", "Berichtigen Sie den Wert an der genannten Stelle.";
    MAPPING_COLUMN "BEL-M013" "column-unknown" 2
        en "no such column", "Headers are mapped to the columns that beleg knows by name. Nothing was judged.", "Take a name of the list that `beleg explain columns` shows, or `none` to leave the header out.";
        de "keine solche Spalte", "Überschriften werden den Spalten zugeordnet, die beleg mit Namen kennt. Es wurde nichts beurteilt.", "Nehmen Sie einen Namen aus `beleg explain columns`, oder `none`, um die Überschrift auszulassen.";
    SHEETS_UNREAD "BEL-M020" "sheets-unread" 2
        en "the workbook has further visible sheets", "One sheet is read: the first visible one, or the one named. Whether the others hold rows of the delivery, a person must see; this is only a warning.", "`beleg map` shows the sheets by name; `--sheet` reads another.";
        de "die Arbeitsmappe hat weitere sichtbare Blätter", "Gelesen wird ein Blatt: das erste sichtbare oder das genannte. Ob die anderen Zeilen der Lieferung enthalten, muss ein Mensch sehen; dies ist nur eine Warnung.", "`beleg map` zeigt die Blätter mit Namen; `--sheet` liest ein anderes.";
}
