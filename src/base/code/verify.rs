//! What verification can find (BEL-V): the names of attestation §8. Scripts read the name, not the number.

super::codes! {
    TRUST_MISSING "BEL-V101" "trust-missing" 2
        en "no trust was given", "A bundle cannot vouch for itself: whose signature counts must come from outside. Nothing was verified.", "Give `--trust` a trust file, the signer's public key, or its fingerprint, got through another channel than the bundle.";
        de "es wurde kein Vertrauen angegeben", "Ein Bündel kann nicht für sich selbst bürgen: Wessen Signatur zählt, muss von außen kommen. Es wurde nichts geprüft.", "Geben Sie mit `--trust` eine Vertrauensdatei, den öffentlichen Schlüssel des Unterzeichners oder dessen Fingerabdruck an, auf anderem Weg erhalten als das Bündel.";
    TRUST_ILLEGIBLE "BEL-V102" "trust-illegible" 2
        en "the trust cannot be used", "The file or key is malformed, contradicts itself, or comes with the bundle. Nothing was verified.", "Correct the place shown; keep trust in a folder of its own.";
        de "das Vertrauen ist nicht verwendbar", "Datei oder Schlüssel sind fehlerhaft, widersprüchlich oder mit dem Bündel gekommen. Es wurde nichts geprüft.", "Berichtigen Sie die gezeigte Stelle; bewahren Sie Vertrauen in einem eigenen Ordner auf.";
    CONTAINER_HOSTILE "BEL-V103" "container-hostile" 2
        en "the container is not one that beleg would write", "It exceeds a limit, or holds names, links, devices or ZIP features that could mean two things to two readers. Its content was not looked at.", "Unpack a ZIP with an ordinary tool and verify the folder; ask the issuer for the bundle again.";
        de "der Behälter ist keiner, den beleg schreiben würde", "Er überschreitet eine Grenze oder enthält Namen, Verknüpfungen, Geräte oder ZIP-Eigenheiten, die zwei Leser verschieden verstehen könnten. Sein Inhalt wurde nicht angesehen.", "Entpacken Sie ein ZIP mit einem gewöhnlichen Werkzeug und prüfen Sie den Ordner; bitten Sie den Aussteller noch einmal um das Bündel.";
    LIST_DIFFERS "BEL-V104" "list-differs" 4
        en "the list is not the one that was audited", "The bytes of the file differ from those whose digest was signed, or a file of the delivery is missing. The record says nothing about this file.", "Use the file as it was delivered; if it was opened and saved again, its bytes changed.";
        de "die Liste ist nicht die geprüfte", "Die Bytes der Datei unterscheiden sich von denen, deren Prüfsumme unterschrieben wurde, oder eine Datei der Lieferung fehlt. Der Beleg sagt über diese Datei nichts.", "Nehmen Sie die Datei, wie sie geliefert wurde; wurde sie geöffnet und neu gespeichert, so änderten sich ihre Bytes.";
    NOT_A_BUNDLE "BEL-V105" "not-a-bundle" 2
        en "this is not a bundle", "A bundle has `bagit.txt`, two manifests and two envelopes.", "Check the path.";
        de "das ist kein Bündel", "Ein Bündel hat `bagit.txt`, zwei Manifeste und zwei Umschläge.", "Prüfen Sie den Pfad.";
    ENVELOPE_ILLEGIBLE "BEL-V106" "envelope-illegible" 2
        en "an envelope cannot be read", "It is not strict JSON of the form of an envelope, or beyond a limit.", "Ask the issuer for the bundle again.";
        de "ein Umschlag ist nicht lesbar", "Er ist kein strenges JSON in der Form eines Umschlags, oder jenseits einer Grenze.", "Bitten Sie den Aussteller noch einmal um das Bündel.";
    ENVELOPE_ALTERED "BEL-V107" "envelope-altered" 4
        en "an envelope is not as beleg writes it", "It can be read, but its bytes are not the one form that beleg writes: somebody changed it.", "Do not rely on it; ask the issuer for the bundle again.";
        de "ein Umschlag ist nicht so, wie beleg ihn schreibt", "Er ist lesbar, aber seine Bytes haben nicht die eine Form, die beleg schreibt: Jemand hat ihn verändert.", "Verlassen Sie sich nicht darauf; bitten Sie den Aussteller noch einmal um das Bündel.";
    SIGNER_UNKNOWN "BEL-V108" "signer-unknown" 4
        en "no trusted key among the signers", "The envelope is signed, but by nobody whom your trust names. Who issued the record is unknown.", "Compare the fingerprint with the issuer through another channel before you trust it.";
        de "kein vertrauter Schlüssel unter den Unterzeichnern", "Der Umschlag ist unterschrieben, aber von niemandem, den Ihr Vertrauen nennt. Wer den Beleg ausgestellt hat, ist unbekannt.", "Vergleichen Sie den Fingerabdruck auf anderem Weg mit dem Aussteller, bevor Sie ihm vertrauen.";
    SIGNATURE_INVALID "BEL-V109" "signature-invalid" 4
        en "a signature is not valid", "An entry names a trusted key, but does not verify under it: the record was changed after signing, or the signature was made up.", "Do not rely on it; ask the issuer for the bundle again.";
        de "eine Signatur ist ungültig", "Ein Eintrag nennt einen vertrauten Schlüssel, ist unter ihm aber nicht gültig: Der Beleg wurde nach dem Unterschreiben verändert, oder die Signatur ist erfunden.", "Verlassen Sie sich nicht darauf; bitten Sie den Aussteller noch einmal um das Bündel.";
    PAYLOAD_TYPE_UNKNOWN "BEL-V110" "payload-type-unknown" 2
        en "the envelope holds something else than a statement", "Its type is not `application/vnd.in-toto+json`.", "Check that this is a bundle of beleg.";
        de "der Umschlag enthält etwas anderes als eine Aussage", "Sein Typ ist nicht `application/vnd.in-toto+json`.", "Prüfen Sie, ob dies ein Bündel von beleg ist.";
    STATEMENT_ILLEGIBLE "BEL-V111" "statement-illegible" 2
        en "a signed statement cannot be read", "It is not strict JSON in the one form, a member is missing, or its sums do not add up.", "Ask the issuer; a statement like this is not written by beleg.";
        de "eine unterschriebene Aussage ist nicht lesbar", "Sie ist kein strenges JSON in der einen Form, ein Feld fehlt, oder ihre Summen gehen nicht auf.", "Fragen Sie den Aussteller; so eine Aussage schreibt beleg nicht.";
    STATEMENT_UNKNOWN "BEL-V112" "statement-unknown" 2
        en "a signed statement is of a kind that this version does not know", "Its type or a member of it is unknown. What is not understood is not believed.", "Use a newer version of beleg.";
        de "eine unterschriebene Aussage ist von einer Art, die diese Version nicht kennt", "Ihr Typ oder eines ihrer Felder ist unbekannt. Was nicht verstanden wird, wird nicht geglaubt.", "Nehmen Sie eine neuere Version von beleg.";
    ROLE_MISMATCH "BEL-V113" "role-mismatch" 4
        en "the signer may not sign this", "The trust file knows the key, but has no role in which it may sign a record of this verifier for this list, or under this policy.", "Ask whoever keeps the trust file.";
        de "der Unterzeichner darf das nicht unterschreiben", "Die Vertrauensdatei kennt den Schlüssel, aber keine Rolle, in der er einen Beleg dieser Prüfstelle für diese Liste oder unter diesem Regelwerk unterschreiben dürfte.", "Fragen Sie, wer die Vertrauensdatei pflegt.";
    TIME_IMPLAUSIBLE "BEL-V114" "time-implausible" 4
        en "the times of the record cannot be right", "The day of assessment lies after the time of signing, or one of them in the future.", "Check your clock; else ask the issuer.";
        de "die Zeiten des Belegs können nicht stimmen", "Der Stichtag liegt nach der Zeit der Unterschrift, oder eines von beiden in der Zukunft.", "Prüfen Sie Ihre Uhr; sonst fragen Sie den Aussteller.";
    KEY_NOT_YET_VALID "BEL-V115" "key-not-yet-valid" 4
        en "the key was not valid yet", "The record claims a time before the trust file lets this key begin.", "Ask whoever keeps the trust file.";
        de "der Schlüssel war noch nicht gültig", "Der Beleg nennt eine Zeit, zu der die Vertrauensdatei diesen Schlüssel noch nicht gelten lässt.", "Fragen Sie, wer die Vertrauensdatei pflegt.";
    KEY_EXPIRED "BEL-V116" "key-expired" 4
        en "the key is no longer valid", "Without a trusted time stamp a key must be valid at the claimed time and now: a claimed time can be back-dated.", "Ask the issuer for a bundle under the present key, or keep a time stamp next time.";
        de "der Schlüssel gilt nicht mehr", "Ohne vertrauten Zeitstempel muss ein Schlüssel zur behaupteten Zeit und jetzt gelten: Eine behauptete Zeit lässt sich zurückdatieren.", "Bitten Sie den Aussteller um ein Bündel unter dem jetzigen Schlüssel, oder verwahren Sie künftig einen Zeitstempel.";
    KEY_REVOKED "BEL-V117" "key-revoked" 4
        en "the key was revoked", "The trust file withdraws this key for records of this time.", "Ask the issuer for a bundle under another key.";
        de "der Schlüssel ist gesperrt", "Die Vertrauensdatei zieht diesen Schlüssel für Belege dieser Zeit zurück.", "Bitten Sie den Aussteller um ein Bündel unter einem anderen Schlüssel.";
    THRESHOLD_MISSED "BEL-V118" "threshold-missed" 4
        en "too few trusted keys have signed", "Counted are different keys with a valid signature that may sign here, never signatures.", "Ask the issuer for the missing signature.";
        de "zu wenige vertraute Schlüssel haben unterschrieben", "Gezählt werden verschiedene Schlüssel mit gültiger Signatur, die hier unterschreiben dürfen, nie Signaturen.", "Bitten Sie den Aussteller um die fehlende Signatur.";
    SUMMARY_CONTRADICTS "BEL-V119" "summary-contradicts" 4
        en "the summary does not follow from the record", "The short form for other tools says something else than the record beside it.", "Rely on neither; ask the issuer.";
        de "die Kurzfassung folgt nicht aus dem Beleg", "Die Kurzform für andere Werkzeuge sagt etwas anderes als der Beleg daneben.", "Verlassen Sie sich auf keines von beiden; fragen Sie den Aussteller.";
    FILE_ALTERED "BEL-V120" "file-altered" 4
        en "a file of the bundle was changed", "Its digest is not the one listed.", "Ask the issuer for the bundle again.";
        de "eine Datei des Bündels wurde verändert", "Ihre Prüfsumme ist nicht die verzeichnete.", "Bitten Sie den Aussteller noch einmal um das Bündel.";
    FILE_MISSING "BEL-V121" "file-missing" 4
        en "a file of the bundle is missing", "It is listed, but not there.", "Ask the issuer for the bundle again.";
        de "eine Datei des Bündels fehlt", "Sie ist verzeichnet, aber nicht da.", "Bitten Sie den Aussteller noch einmal um das Bündel.";
    FILE_UNLISTED "BEL-V122" "file-unlisted" 4
        en "a file does not belong into the bundle", "The set of files is closed: whatever else lies there was signed by nobody, however official it looks.", "Ignore the file; ask the issuer for the bundle again.";
        de "eine Datei gehört nicht in das Bündel", "Die Menge der Dateien ist abgeschlossen: Was sonst darin liegt, hat niemand unterschrieben, so amtlich es aussieht.", "Beachten Sie die Datei nicht; bitten Sie den Aussteller noch einmal um das Bündel.";
    EVIDENCE_DIFFERS "BEL-V123" "evidence-differs" 4
        en "evidence is not what was signed", "A file of `data/` is missing, or its digest is not the one in the signed statement.", "Ask the issuer for the bundle again.";
        de "ein Nachweis ist nicht der unterschriebene", "Eine Datei aus `data/` fehlt, oder ihre Prüfsumme ist nicht die der unterschriebenen Aussage.", "Bitten Sie den Aussteller noch einmal um das Bündel.";
    EVIDENCE_UNSIGNED "BEL-V124" "evidence-unsigned" 4
        en "evidence that nobody signed", "A file of `data/` is not named in the signed statement.", "Ignore the file; ask the issuer for the bundle again.";
        de "ein Nachweis, den niemand unterschrieben hat", "Eine Datei aus `data/` ist in der unterschriebenen Aussage nicht genannt.", "Beachten Sie die Datei nicht; bitten Sie den Aussteller noch einmal um das Bündel.";
    TAG_FILE_DIFFERS "BEL-V125" "tag-file-differs" 4
        en "an accompanying file says something else than the record", "Everything beside the evidence is made again from it and must have the same bytes: manifests, `bag-info.txt`, `VERIFY.md`, key files, the folder's name.", "Ask the issuer for the bundle again.";
        de "eine Begleitdatei sagt etwas anderes als der Beleg", "Alles neben den Nachweisen wird aus ihnen neu erzeugt und muss dieselben Bytes haben: Manifeste, `bag-info.txt`, `VERIFY.md`, Schlüsseldateien, der Name des Ordners.", "Bitten Sie den Aussteller noch einmal um das Bündel.";
    REPLAY_DIFFERS "BEL-V126" "replay-differs" 4
        en "the verdict does not follow from the census", "Judged again, the signed census and policy give another verdict or statement. The signer signed something untrue, or with a faulty tool.", "Rely on none of it; ask the issuer.";
        de "das Urteil folgt nicht aus der Zählung", "Noch einmal beurteilt ergeben die unterschriebene Zählung und das Regelwerk ein anderes Urteil oder eine andere Aussage. Es wurde Unwahres unterschrieben, oder mit einem fehlerhaften Werkzeug.", "Verlassen Sie sich auf nichts davon; fragen Sie den Aussteller.";
    POLICY_OTHER "BEL-V127" "policy-other" 4
        en "the policy only bears the name of a shipped one", "The record says that it was judged by a policy shipped with beleg, but its text is another.", "Ask the issuer which policy this is.";
        de "das Regelwerk trägt nur den Namen eines mitgelieferten", "Der Beleg nennt ein Regelwerk, das mit beleg geliefert wird, aber sein Text ist ein anderer.", "Fragen Sie den Aussteller, welches Regelwerk das ist.";
    CENSUS_ILLEGIBLE "BEL-V128" "census-illegible" 2
        en "signed evidence cannot be read", "A signed file is not in the one form, or needs rules that this version does not know. The signature holds; the content could not be judged again.", "Use a newer version of beleg; else ask the issuer.";
        de "ein unterschriebener Nachweis ist nicht lesbar", "Eine unterschriebene Datei hat nicht die eine Form, oder sie braucht Regeln, die diese Version nicht kennt. Die Signatur hält; der Inhalt konnte nicht noch einmal beurteilt werden.", "Nehmen Sie eine neuere Version von beleg; sonst fragen Sie den Aussteller.";
    EVIDENCE_MISSING "BEL-V129" "evidence-missing" 1
        en "only the signed statement was given", "An envelope alone says who signed what; the evidence behind it was not supplied, so no expectation can be met.", "Verify the whole bundle.";
        de "es wurde nur die unterschriebene Aussage vorgelegt", "Ein Umschlag allein sagt, wer was unterschrieben hat; die Nachweise dahinter fehlen, also kann keine Erwartung erfüllt sein.", "Prüfen Sie das ganze Bündel.";
    VERDICT_BELOW "BEL-V130" "verdict-below" 1
        en "the record says less than was expected", "The record is authentic, but a word of it is below the one expected, or reaches it only by a waived blocker.", "Ask the vendor for what is missing: `beleg explain verdict`.";
        de "der Beleg sagt weniger als erwartet", "Der Beleg ist echt, aber ein Wort darin liegt unter dem erwarteten oder erreicht es nur durch eine Ausnahme von einem Ausschlussgrund.", "Fordern Sie beim Anbieter an, was fehlt: `beleg explain verdict`.";
    POLICY_UNEXPECTED "BEL-V131" "policy-unexpected" 1
        en "judged by another policy than expected", "The record is authentic, but the digest of its policy is not the one expected.", "Ask the issuer for an audit under your policy.";
        de "nach einem anderen Regelwerk beurteilt als erwartet", "Der Beleg ist echt, aber die Prüfsumme seines Regelwerks ist nicht die erwartete.", "Bitten Sie den Aussteller um eine Prüfung nach Ihrem Regelwerk.";
    VENDOR_UNEXPECTED "BEL-V132" "vendor-unexpected" 1
        en "a list of another vendor than expected", "The record is authentic, but about a list of somebody else.", "Check which bundle belongs to which delivery.";
        de "eine Liste eines anderen Anbieters als erwartet", "Der Beleg ist echt, aber er betrifft die Liste eines anderen.", "Prüfen Sie, welches Bündel zu welcher Lieferung gehört.";
    RESOURCE_UNEXPECTED "BEL-V133" "resource-unexpected" 1
        en "another list than expected", "The record is authentic, but about another delivery.", "Check which bundle belongs to which delivery.";
        de "eine andere Liste als erwartet", "Der Beleg ist echt, aber er betrifft eine andere Lieferung.", "Prüfen Sie, welches Bündel zu welcher Lieferung gehört.";
    SIGNERS_BELOW "BEL-V134" "signers-below" 1
        en "fewer signers than expected", "The record is authentic, but fewer trusted keys have signed it than you asked for.", "Ask the issuer for the missing signature.";
        de "weniger Unterzeichner als erwartet", "Der Beleg ist echt, aber es haben weniger vertraute Schlüssel unterschrieben als verlangt.", "Bitten Sie den Aussteller um die fehlende Signatur.";
    TOO_OLD "BEL-V135" "too-old" 1
        en "the record is older than allowed", "Its age counts from the earliest of the day of assessment and the time of signing.", "Have the list audited again.";
        de "der Beleg ist älter als erlaubt", "Sein Alter zählt ab dem früheren von Stichtag und Zeit der Unterschrift.", "Lassen Sie die Liste noch einmal prüfen.";
    TIMESTAMP_MISSING "BEL-V136" "timestamp-missing" 1
        en "no time stamp that could be checked", "The role demands a trusted time stamp; this version checks none.", "Drop the demand from the role, or use a version that checks time stamps.";
        de "kein Zeitstempel, der sich prüfen ließ", "Die Rolle verlangt einen vertrauten Zeitstempel; diese Version prüft keine.", "Nehmen Sie die Forderung aus der Rolle, oder nehmen Sie eine Version, die Zeitstempel prüft.";
    LOG_MISSING "BEL-V137" "log-missing" 1
        en "no log proof that could be checked", "The role demands a proof from a log; this version checks none.", "Drop the demand from the role, or use a version that checks log proofs.";
        de "kein Protokollnachweis, der sich prüfen ließ", "Die Rolle verlangt einen Nachweis aus einem Protokoll; diese Version prüft keine.", "Nehmen Sie die Forderung aus der Rolle, oder nehmen Sie eine Version, die Protokollnachweise prüft.";
}
