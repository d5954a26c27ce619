//! From headers to columns (BEL-M).

super::codes! {
    HEADER_UNKNOWN "BEL-M001" "header-unknown" 2
        en "a mapping names a header that the list does not have", "A mapping given by hand must fit the list, else it is not known what it meant. Nothing was judged.", "Write the header as it stands in the file, or its position `#7`.";
        de "eine Zuordnung nennt eine Überschrift, die die Liste nicht hat", "Eine von Hand gegebene Zuordnung muss zur Liste passen, sonst ist unbekannt, was gemeint war. Es wurde nichts beurteilt.", "Schreiben Sie die Überschrift wie in der Datei, oder ihre Position `#7`.";
    HEADER_TWICE "BEL-M002" "header-twice" 2
        en "a mapping names one column twice", "Two entries for one column of the list contradict each other. Nothing was judged.", "Keep one of the entries; columns with equal headers are told apart by position, `#7`.";
        de "eine Zuordnung nennt eine Spalte zweimal", "Zwei Angaben zu einer Spalte der Liste widersprechen sich. Es wurde nichts beurteilt.", "Behalten Sie eine der Angaben; Spalten mit gleicher Überschrift unterscheidet die Position, `#7`.";
}
