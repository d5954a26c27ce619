//! Files and streams that are written (BEL-O).

super::codes! {
    WRITE_FAILED "BEL-O001" "write-failed" 2
        en "a file could not be written", "The disk is full, the folder is not writable, or the path is a link. Nothing half-written is left behind.", "Check the folder, its rights and its free space.";
        de "eine Datei konnte nicht geschrieben werden", "Der Datenträger ist voll, der Ordner nicht beschreibbar oder der Pfad eine Verknüpfung. Halb Geschriebenes bleibt nicht zurück.", "Prüfen Sie Ordner, Rechte und freien Platz.";
    FILE_EXISTS "BEL-O002" "file-exists" 2
        en "the file exists already", "Existing files are not replaced.", "Choose another name, or add `--force`.";
        de "die Datei gibt es schon", "Vorhandene Dateien werden nicht ersetzt.", "Wählen Sie einen anderen Namen, oder fügen Sie `--force` hinzu.";
    READ_FAILED "BEL-O003" "read-failed" 2
        en "a file could not be read", "It does not exist, is a folder, or may not be read.", "Check the path and its rights.";
        de "eine Datei konnte nicht gelesen werden", "Es gibt sie nicht, sie ist ein Ordner, oder sie darf nicht gelesen werden.", "Prüfen Sie Pfad und Rechte.";
    INIT_CONFLICT "BEL-O010" "init-conflict" 2
        en "a file that would be written is there already", "Starting a folder never replaces anything; nothing was written.", "Take another folder, or move the files that are named.";
        de "eine Datei, die entstünde, gibt es schon", "Das Anlegen eines Ordners ersetzt nie etwas; es wurde nichts geschrieben.", "Nehmen Sie einen anderen Ordner, oder verschieben Sie die genannten Dateien.";
    OUTPUT_IS_INPUT "BEL-O011" "output-is-input" 2
        en "the output is a file that is read", "A list and its papers are never touched, not even with `--force`. Nothing was written.", "Choose another name for the output.";
        de "die Ausgabe ist eine Datei, die gelesen wird", "Eine Liste und ihre Unterlagen werden nie angetastet, auch nicht mit `--force`. Es wurde nichts geschrieben.", "Wählen Sie einen anderen Namen für die Ausgabe.";
    FILE_TOO_LARGE "BEL-O004" "file-too-large" 2
        en "the file is larger than a file of its kind may be", "Files beside the list are read whole, up to a limit.", "Check that this is the right file.";
        de "die Datei ist größer, als eine Datei ihrer Art sein darf", "Dateien neben der Liste werden ganz gelesen, bis zu einer Grenze.", "Prüfen Sie, ob es die richtige Datei ist.";
}
