//! Keys, passphrases and what they sign (BEL-K).

super::codes! {
    KEY_ILLEGIBLE "BEL-K001" "key-illegible" 2
        en "not a private key that beleg reads", "Read are Ed25519 keys as PKCS#8 PEM, plain or encrypted. Nothing was signed.", "Make one with `beleg key new`, or with `openssl genpkey -algorithm ed25519`.";
        de "kein privater Schlüssel, den beleg liest", "Gelesen werden Ed25519-Schlüssel als PKCS#8-PEM, offen oder verschlüsselt. Es wurde nichts unterschrieben.", "Erzeugen Sie einen mit `beleg key new` oder mit `openssl genpkey -algorithm ed25519`.";
    KEY_EXPOSED "BEL-K002" "key-exposed" 2
        en "others may read this private key", "A key that other accounts can read may already be in other hands. It is not used.", "`chmod 600 FILE`; if others had access, make a new key and revoke this one.";
        de "andere dürfen diesen privaten Schlüssel lesen", "Ein Schlüssel, den andere Konten lesen können, ist womöglich schon in anderen Händen. Er wird nicht benutzt.", "`chmod 600 DATEI`; hatten andere Zugriff, erzeugen Sie einen neuen Schlüssel und sperren Sie diesen.";
    KEY_BEHIND_LINK "BEL-K003" "key-behind-link" 2
        en "the private key is no regular file", "It is reached through a symbolic link, or is a folder or a device. What a link points at can change between check and use.", "Name the file itself.";
        de "der private Schlüssel ist keine gewöhnliche Datei", "Er liegt hinter einer Verknüpfung, oder ist ein Ordner oder Gerät. Wohin eine Verknüpfung zeigt, kann sich zwischen Prüfung und Gebrauch ändern.", "Nennen Sie die Datei selbst.";
    PASSPHRASE_WRONG "BEL-K004" "passphrase-wrong" 2
        en "the passphrase does not open this key", "The key stayed closed; nothing was signed.", "Try again, or check `--passphrase-file`.";
        de "die Passphrase öffnet diesen Schlüssel nicht", "Der Schlüssel blieb zu; es wurde nichts unterschrieben.", "Versuchen Sie es noch einmal, oder prüfen Sie `--passphrase-file`.";
    PASSPHRASE_MISSING "BEL-K005" "passphrase-missing" 2
        en "a passphrase is needed, and nobody can be asked", "There is no terminal to type it on. It is never taken from an argument or from a variable.", "Give `--passphrase-file FILE`; for a new key without one, `--no-passphrase`.";
        de "eine Passphrase ist nötig, und niemand kann gefragt werden", "Es gibt kein Terminal, um sie einzugeben. Aus einem Argument oder einer Variablen wird sie nie genommen.", "Geben Sie `--passphrase-file DATEI` an; für einen neuen Schlüssel ohne Passphrase `--no-passphrase`.";
    PUBLIC_ILLEGIBLE "BEL-K006" "public-key-illegible" 2
        en "not a public key that beleg reads", "Read are Ed25519 keys as `BEGIN PUBLIC KEY` or as one `ssh-ed25519 …` line. Keys of other algorithms, and the few keys under which anything verifies, are refused.", "Ask the signer for the file that ends in `.pub.pem`.";
        de "kein öffentlicher Schlüssel, den beleg liest", "Gelesen werden Ed25519-Schlüssel als `BEGIN PUBLIC KEY` oder als eine Zeile `ssh-ed25519 …`. Schlüssel anderer Verfahren und die wenigen, unter denen alles gültig ist, werden abgelehnt.", "Bitten Sie den Unterzeichner um die Datei, die auf `.pub.pem` endet.";
    ADDRESS_UNKNOWN "BEL-K007" "key-address-unknown" 2
        en "this is not where a key can be", "A key is named `file:PATH` or `env:NAME`.", "Correct the address.";
        de "hier kann kein Schlüssel liegen", "Ein Schlüssel wird als `file:PFAD` oder `env:NAME` benannt.", "Berichtigen Sie die Adresse.";
    STATEMENT_TOO_LARGE "BEL-K008" "statement-too-large" 2
        en "the statement is larger than a signer takes", "Signed are at most 4,096 bytes. Lists of clause codes were cut as far as the rules allow; what is left does not fit.", "Use shorter names for vendor, delivery, list and verifier.";
        de "die Aussage ist größer, als ein Unterzeichner annimmt", "Unterschrieben werden höchstens 4096 Byte. Die Listen der Klauselcodes wurden gekürzt, so weit die Regeln es erlauben; der Rest passt nicht.", "Wählen Sie kürzere Namen für Anbieter, Lieferung, Liste und Prüfstelle.";
    SIGNATURE_REFUSED "BEL-K009" "signature-refused" 2
        en "the signer gave a signature that does not verify", "Every signature is checked under the signer's own public key before anything is written. Nothing was written.", "Check the signer and its key.";
        de "der Unterzeichner lieferte eine Signatur, die nicht gültig ist", "Jede Signatur wird unter dem öffentlichen Schlüssel des Unterzeichners geprüft, bevor etwas geschrieben wird. Es wurde nichts geschrieben.", "Prüfen Sie den Unterzeichner und seinen Schlüssel.";
    NAME_UNFIT "BEL-K010" "identity-unfit" 2
        en "a name does not fit into the statement", "Vendor and delivery become `[a-z0-9._-]+`, the verifier is a URI, every text is one plain line without an address.", "Choose another name.";
        de "ein Name passt nicht in die Aussage", "Anbieter und Lieferung werden zu `[a-z0-9._-]+`, die Prüfstelle ist eine URI, jeder Text ist eine schlichte Zeile ohne Adresse.", "Wählen Sie einen anderen Namen.";
    NO_RANDOMNESS "BEL-K011" "no-randomness" 2
        en "the system gave no random bytes", "Without them no key can be made.", "Try again; on a machine that has just started, wait.";
        de "das System lieferte keine Zufallsbytes", "Ohne sie lässt sich kein Schlüssel erzeugen.", "Versuchen Sie es noch einmal; warten Sie auf einer eben gestarteten Maschine.";
    TIMES_REVERSED "BEL-K012" "times-reversed" 2
        en "assessed as of a day after signing", "A record cannot speak of a day that has not come when it is signed; nobody would accept it. Nothing was signed.", "Correct `--as-of` or `--time`.";
        de "Stichtag nach der Unterschrift", "Ein Beleg kann nicht von einem Tag sprechen, der bei der Unterschrift noch nicht gekommen ist; niemand nähme ihn an. Es wurde nichts unterschrieben.", "Berichtigen Sie `--as-of` oder `--time`.";
}
