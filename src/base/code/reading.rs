//! Reading the list (BEL-R).

super::codes! {
    LIST_UNREADABLE "BEL-R001" "list-unreadable" 2
        en "the list could not be read", "It does not exist, is a folder, or may not be read. Nothing was judged.", "Check the path and its rights.";
        de "die Liste konnte nicht gelesen werden", "Es gibt sie nicht, sie ist ein Ordner, oder sie darf nicht gelesen werden. Es wurde nichts beurteilt.", "Prüfen Sie Pfad und Rechte.";
    LIST_EMPTY "BEL-R002" "list-empty" 2
        en "the list is an empty file", "There is not one byte, or nothing but blank lines, to read. Nothing was judged.", "Ask the vendor for the file again, and compare its size.";
        de "die Liste ist eine leere Datei", "Es ist kein einziges Byte zu lesen, oder es sind nur leere Zeilen. Es wurde nichts beurteilt.", "Fordern Sie die Datei noch einmal an, und vergleichen Sie die Größe.";
    LIST_BINARY "BEL-R003" "list-binary" 2
        en "the file is no list", "Its bytes are neither text in columns nor a workbook. Nothing was judged.", "Check that this is the right file.";
        de "die Datei ist keine Liste", "Ihre Bytes sind weder Text in Spalten noch eine Arbeitsmappe. Es wurde nichts beurteilt.", "Prüfen Sie, ob es die richtige Datei ist.";
    KIND_NOT_READ "BEL-R004" "kind-not-read" 2
        en "this kind of file is not read by this version", "The kind was recognised by its first bytes, whatever the name says. This version reads delimited text (CSV) and XLSX.", "Export the list as CSV or XLSX, or ask the vendor for that; packed files are unpacked first.";
        de "diese Art von Datei liest diese Version nicht", "Die Art wurde an den ersten Bytes erkannt, gleich wie die Datei heißt. Diese Version liest Text mit Trennzeichen (CSV) und XLSX.", "Exportieren Sie die Liste als CSV oder XLSX, oder verlangen Sie das vom Anbieter; Gepacktes wird vorher entpackt.";
    OPTION_ILLEGIBLE "BEL-R010" "reading-option" 2
        en "a reading option is not one that beleg knows", "Encodings are those of text files; separators and quotes are single characters. Nothing was read.", "Leave the option out to have it found, or correct it.";
        de "eine Leseangabe, die beleg nicht kennt", "Kodierungen sind die von Textdateien; Trenn- und Anführungszeichen sind einzelne Zeichen. Es wurde nichts gelesen.", "Lassen Sie die Angabe weg, dann wird gesucht, oder berichtigen Sie sie.";
    HEADER_ROW_MISSING "BEL-R011" "header-row-missing" 2
        en "the header row named does not exist", "The file has fewer records than that, or the record named is blank. Nothing was judged.", "Count records, not lines on a screen, from 1; 0 says that there is no header.";
        de "die genannte Kopfzeile gibt es nicht", "So viele Datensätze hat die Datei nicht, oder der genannte ist leer. Es wurde nichts beurteilt.", "Gezählt werden Datensätze, nicht Bildschirmzeilen, ab 1; 0 heißt: keine Kopfzeile.";
    HEADERS_DIFFER "BEL-R012" "headers-differ" 2
        en "the files of one delivery have different columns", "Several files are read as one list only if their header rows agree, name by name. Nothing was judged.", "Audit them apart, or bring the columns into the same order.";
        de "die Dateien einer Lieferung haben verschiedene Spalten", "Mehrere Dateien werden nur dann als eine Liste gelesen, wenn ihre Kopfzeilen Name für Name übereinstimmen. Es wurde nichts beurteilt.", "Prüfen Sie sie getrennt, oder bringen Sie die Spalten in dieselbe Reihenfolge.";
    SHEET_MISSING "BEL-R020" "sheet-missing" 2
        en "the workbook has no such sheet", "Without a choice the first visible sheet is read. Nothing was judged.", "Name a sheet that exists, or its number from 1.";
        de "dieses Blatt gibt es in der Arbeitsmappe nicht", "Ohne Angabe wird das erste sichtbare Blatt gelesen. Es wurde nichts beurteilt.", "Nennen Sie ein vorhandenes Blatt, oder seine Nummer ab 1.";
    WORKBOOK_DAMAGED "BEL-R021" "workbook-damaged" 2
        en "the workbook could not be opened", "It is damaged, protected by a password, or not what it claims to be. Nothing was judged.", "Open it in a spreadsheet program, save it anew without password, or export CSV.";
        de "die Arbeitsmappe war nicht zu öffnen", "Sie ist beschädigt, mit einem Kennwort geschützt oder nicht, was sie zu sein vorgibt. Es wurde nichts beurteilt.", "Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie neu ohne Kennwort, oder exportieren Sie CSV.";
    OVER_LIMITS "BEL-R022" "over-limits" 2
        en "the file is larger inside than a list may be", "Limits on expanded size, cells, columns and cell length keep a hostile file from filling the memory. Nothing was judged.", "Split the list, or export it as CSV.";
        de "die Datei ist innen größer, als eine Liste sein darf", "Grenzen für entpackte Größe, Zellen, Spalten und Zellenlänge verhindern, dass eine feindliche Datei den Speicher füllt. Es wurde nichts beurteilt.", "Teilen Sie die Liste, oder exportieren Sie sie als CSV.";
    LIST_CHANGED "BEL-R030" "list-changed" 2
        en "the list changed while it was read", "Size, time or identity of the file differ before and after, or its length is not what was read. Such a digest would prove nothing.", "Wait until the transfer has ended, then run again.";
        de "die Liste hat sich beim Lesen geändert", "Größe, Zeit oder Identität der Datei sind nachher anders als vorher, oder sie ist anders lang als gelesen. Eine solche Prüfsumme bewiese nichts.", "Warten Sie, bis die Übertragung beendet ist, und starten Sie noch einmal.";
    LEDGER "BEL-R040" "ledger" 2
        en "the ledger does not balance", "Two independent counts of the records differ: something was lost or doubled in reading. Nothing was judged, whatever the options.", "Please report it, without any data of the list.";
        de "die Zeilenbilanz geht nicht auf", "Zwei unabhängige Zählungen der Datensätze weichen ab: beim Lesen ging etwas verloren oder wurde verdoppelt. Es wurde nichts beurteilt, gleich mit welchen Angaben.", "Bitte melden Sie es, ohne Daten der Liste.";
}
