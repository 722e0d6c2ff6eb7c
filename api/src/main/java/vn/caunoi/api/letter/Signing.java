package vn.caunoi.api.letter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.letter.Heading;
import vn.caunoi.core.petition.LetterCommand.SignLetter;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.letter.Letter;

/** Signs letters, or records that the paper was signed, with the block that tells for whom. */
@Component
class Signing {

    private final Headings headings;
    private final Directory directory;
    private final FileDesk files;
    private final Casework casework;

    Signing(Headings headings, Directory directory, FileDesk files, Casework casework) {
        this.headings = headings;
        this.directory = directory;
        this.files = files;
        this.casework = casework;
    }

    Written sign(Letter letter, LetterInput.Order given, Actor by) {
        Input input = new Input();
        String scan = input.optional("scan", given.scan(), LetterDesk.LINE);
        Signature signature = signature(letter, given, scan, by, input);
        input.mustBeValid();
        var order =
                new SignLetter(letter.petition(), letter.id(), LetterDesk.draft(letter, given), signature, scan, by);
        if (scan == null) return casework.send(order, by);
        if (!files.isAtHand(scan, letter.petition(), by)) throw Refusal.because(Reason.NO_SUCH_FILE);
        return casework.sendAfter(() -> files.attach(scan, letter.petition(), by), order, by);
    }

    private Signature signature(Letter letter, LetterInput.Order given, @Nullable String scan, Actor by, Input input) {
        Heading heading = headings.of(letter.unit());
        Signature.As as = input.choice("as", given.as(), Signature.As.class);
        String name = input.optional("name", given.name(), LetterDesk.LINE);
        if (name == null && scan != null) input.wrong("name", "required", "must be given for a signed paper");
        String title = input.optional("title", given.title(), LetterDesk.LINE);
        String authority = input.optional("authority", given.authority(), LetterDesk.LINE);
        return new Signature(
                Objects.requireNonNullElse(as, Signature.As.HEAD),
                heading.body(),
                heading.headTitle(),
                title,
                name == null ? own(by) : name,
                authority);
    }

    private String own(Actor by) {
        return directory
                .officer(by.id())
                .map(Directory.Officer::name)
                .orElse(by.id().value());
    }
}
