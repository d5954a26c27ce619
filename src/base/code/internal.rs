//! Defects of beleg itself (BEL-X).

super::codes! {
    INTERNAL "BEL-X001" "internal" 2
        en "internal error", "beleg met a state that its authors thought impossible. Nothing was judged or signed.", "Please report it, with the version and the code, without any data of the list.";
        de "interner Fehler", "beleg ist in einen Zustand geraten, den seine Autoren für unmöglich hielten. Es wurde nichts beurteilt oder unterschrieben.", "Bitte melden Sie ihn, mit Version und Code, ohne Daten der Liste.";
}
