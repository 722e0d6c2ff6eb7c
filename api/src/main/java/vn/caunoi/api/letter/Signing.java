package vn.caunoi.api.letter;

import java.util.ArrayList;
import java.util.List;
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
import vn.caunoi.core.petition.Signatory;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.projections.letter.Letter;

/**
 * Signs letters, or records that the paper was signed, with the block that tells for whom: by one who may, or by all whom
 * the form names.
 */
@Component
class Signing {

    private final Headings headings;
    private final Blocks blocks;
    private final FormsInForce forms;
    private final FileDesk files;
    private final Casework casework;

    Signing(Headings headings, Blocks blocks, FormsInForce forms, FileDesk files, Casework casework) {
        this.headings = headings;
        this.blocks = blocks;
        this.forms = forms;
        this.files = files;
        this.casework = casework;
    }

    /** How the actor may sign this letter here; none when it is signed on paper by several. */
    List<Block> here(Letter letter, Actor by) {
        return places(letter).isEmpty() ? blocks.of(letter.unit(), by) : List.of();
    }

    /** How it may be signed on paper, by one. */
    List<Block> onPaper(Letter letter) {
        return places(letter).isEmpty() ? blocks.of(letter.unit()) : List.of();
    }

    /** Under which words it is signed, when several sign it. */
    List<String> places(Letter letter) {
        return forms.edition(letter.template(), letter.edition())
                .map(form -> form.places())
                .orElse(List.of());
    }

    Written sign(Letter letter, LetterInput.Order given, Actor by) {
        Input input = new Input();
        String scan = input.optional("scan", given.scan(), LetterDesk.LINE);
        List<String> places = places(letter);
        SignLetter order = places.isEmpty()
                ? byOne(letter, given, scan, by, input)
                : byAll(letter, places, given, scan, by, input);
        if (scan == null) return casework.send(order, by);
        if (!files.isAtHand(scan, letter.petition(), by)) throw Refusal.because(Reason.NO_SUCH_FILE);
        return casework.sendAfter(() -> files.attach(scan, letter.petition(), by), order, by);
    }

    private SignLetter byOne(Letter letter, LetterInput.Order given, @Nullable String scan, Actor by, Input input) {
        Signature.As as = input.choice("as", given.as(), Signature.As.class);
        String name = input.optional("name", given.name(), LetterDesk.LINE);
        String title = input.optional("title", given.title(), LetterDesk.LINE);
        if (name == null && scan != null) input.wrong("name", "required", "must be given for a signed paper");
        input.mustBeValid();
        Block block = (scan == null ? blocks.of(letter.unit(), by) : blocks.of(letter.unit()))
                .stream()
                        .filter(one -> as == null || as == one.as())
                        .filter(one -> name == null || name.equalsIgnoreCase(one.name()))
                        .findFirst()
                        .orElseThrow(() -> Refusal.because(Reason.MAY_NOT_SIGN_SO));
        Heading heading = headings.of(letter.unit());
        var signature = new Signature(
                block.as(),
                heading.body(),
                heading.headTitle(),
                block.title() == null ? title : block.title(),
                block.name(),
                block.authority());
        return order(letter, given, signature, block, List.of(), scan, by);
    }

    /** The last place is that of whoever presides. */
    private SignLetter byAll(
            Letter letter, List<String> places, LetterInput.Order given, @Nullable String scan, Actor by, Input input) {
        if (scan == null) input.wrong("scan", "required", "is required: several sign it on paper");
        List<Signatory.Named> signatories = new ArrayList<>();
        for (int i = 0; i < places.size(); i++)
            signatories.add(signatory(places.get(i), "signatories[" + i + "].", given, input));
        input.mustBeValid();
        Signatory.Named last = signatories.getLast();
        var signature = new Signature(Signature.As.HEAD, null, last.place(), null, last.name(), null);
        return order(letter, given, signature, null, signatories, scan, by);
    }

    /** @param at what stands before the names of its fields: by the order of places in the form */
    private static Signatory.Named signatory(String place, String at, LetterInput.Order given, Input input) {
        List<LetterInput.@Nullable Signed> all = Objects.requireNonNullElse(given.signatories(), List.of());
        LetterInput.Signed found = all.stream()
                .filter(one -> one != null && place.equals(one.place()))
                .findFirst()
                .orElse(new LetterInput.Signed(place, null, null));
        return new Signatory.Named(
                place,
                input.required(at + "name", found.name(), LetterDesk.LINE),
                input.optional(at + "refusal", found.refusal(), LetterDesk.LINE));
    }

    private static SignLetter order(
            Letter letter,
            LetterInput.Order given,
            Signature signature,
            @Nullable Block block,
            List<Signatory.Named> signatories,
            @Nullable String scan,
            Actor by) {
        return new SignLetter(
                letter.petition(),
                letter.id(),
                LetterDesk.draft(letter, given),
                signature,
                block == null ? null : block.power(),
                signatories,
                scan,
                by);
    }
}
