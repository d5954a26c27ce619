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
    COUNTS_DIFFER "BEL-O020" "counts-differ" 4
        en "the rows do not add up to the counts", "Sorted row by row, the list gives other counts than those that were signed or measured. Nothing was written.", "Use the version and the reference tables that the record was made with, or audit the list anew.";
        de "die Zeilen ergeben nicht die Zahlen", "Zeile für Zeile sortiert ergibt die Liste andere Zahlen als die unterschriebenen oder gezählten. Es wurde nichts geschrieben.", "Nehmen Sie die Version und die Referenztabellen, mit denen der Beleg entstand, oder prüfen Sie die Liste neu.";
    FORMULAS_LEFT "BEL-O021" "formulas-left" 2
        en "cells that a spreadsheet would run are left as they are", "With `--raw` no cell gets an apostrophe: whoever opens the files in a spreadsheet may run what the vendor wrote into it.", "Leave out `--raw`, or read the files with a program that runs nothing.";
        de "Zellen, die eine Tabellenkalkulation ausführen würde, bleiben stehen", "Mit `--raw` bekommt keine Zelle einen Apostroph: Wer die Dateien in einer Tabellenkalkulation öffnet, führt womöglich aus, was der Anbieter hineingeschrieben hat.", "Lassen Sie `--raw` weg, oder lesen Sie die Dateien mit einem Programm, das nichts ausführt.";
    WORKBOOK_TOO_SMALL "BEL-O022" "workbook-too-small" 2
        en "more than a workbook holds", "A sheet has room for 1,048,575 rows below its header and for 32,767 characters in a cell. Nothing was written.", "Write text files: `--as csv`.";
        de "mehr, als eine Arbeitsmappe fasst", "Ein Blatt fasst 1.048.575 Zeilen unter der Kopfzeile und 32.767 Zeichen je Zelle. Es wurde nichts geschrieben.", "Schreiben Sie Textdateien: `--as csv`.";
}
