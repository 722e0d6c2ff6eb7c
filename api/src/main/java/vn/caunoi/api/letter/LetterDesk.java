package vn.caunoi.api.letter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.LetterCommand;
import vn.caunoi.core.petition.LetterCommand.*;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.LetterText;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.letter.Letter;

/** Drafts letters from forms, and does with them what people order. */
@Component
public class LetterDesk {

    static final int LINE = 2_000;
    static final int LONG = 20_000;

    /** A letter that was begun. */
    public record Begun(LetterId letter, Written written) {}

    private final LetterLook look;
    private final FormsInForce forms;
    private final Sheets sheets;
    private final Issuing issuing;
    private final Signing signing;
    private final Delivering delivering;
    private final Casework casework;
    private final FileDesk files;
    private final Secrets secrets;

    LetterDesk(
            LetterLook look,
            FormsInForce forms,
            Sheets sheets,
            Issuing issuing,
            Signing signing,
            Delivering delivering,
            Casework casework,
            FileDesk files,
            Secrets secrets) {
        this.look = look;
        this.forms = forms;
        this.sheets = sheets;
        this.issuing = issuing;
        this.signing = signing;
        this.delivering = delivering;
        this.casework = casework;
        this.files = files;
        this.secrets = secrets;
    }

    /** Forms that a letter of this case may be begun from, today. */
    public List<LetterForm> forms(CaseFile file) {
        return forms.on(sheets.today(), file.kind());
    }

    /** What a letter of this form would say of the case. */
    public LetterText filled(String petition, String template, Actor by) {
        CaseFile file = look.file(petition, by);
        return sheets.filled(form(file, template), file);
    }

    /** @param seed repeated with the same seed, it is the same letter, drafted once */
    public Begun draft(String petition, LetterInput.Draft given, Actor by, String seed) {
        CaseFile file = look.file(petition, by);
        Input input = new Input();
        String template = input.required("template", given.template(), LINE);
        input.mustBeValid();
        LetterForm form = form(file, template);
        LetterText text = text(given, sheets.filled(form, file));
        LetterId id = new LetterId(secrets.id(seed, "letter"));
        String replaces = input.optional("replaces", given.replaces(), LINE);
        var order = new DraftLetter(
                file.id(),
                id,
                form.id(),
                form.edition(),
                form.requires(),
                form.opens(),
                replaces == null ? null : new LetterId(replaces),
                text,
                by);
        return new Begun(id, casework.send(order, by));
    }

    private LetterForm form(CaseFile file, String template) {
        return forms.find(template, sheets.today())
                .filter(form -> form.isFor(file.kind()))
                .orElseThrow(() -> Input.refusal("template", "unknown", "is no form for this petition"));
    }

    private static LetterText text(LetterInput.Draft given, LetterText filled) {
        Input input = new Input();
        LetterText text = new LetterText(
                or(input.optional("subject", given.subject(), LINE), filled.subject()),
                or(given.addressee() == null ? null : given.addressee().strip(), filled.addressee()),
                or(input.optional("body", given.body(), LONG), filled.body()),
                or(input.optional("recipients", given.recipients(), LONG), filled.recipients()));
        input.mustBeValid();
        return text;
    }

    private static String or(@Nullable String given, String filled) {
        return given == null ? filled : given;
    }

    /**
     * @param what {@code redraft, submit, return, sign, number, send, deliver, recall} or {@code discard}
     */
    public Written act(String petition, String letter, String what, LetterInput.Order given, Actor by) {
        CaseFile file = look.file(petition, by);
        Letter found = look.find(file, letter);
        return switch (what) {
            case "redraft" -> send(redraft(found, given, by), by);
            case "submit" -> send(new SubmitLetter(found.petition(), found.id(), draft(found, given), by), by);
            case "return" -> send(new ReturnLetter(found.petition(), found.id(), reason(given), by), by);
            case "sign" -> signing.sign(found, given, by);
            case "number" -> issuing.issue(found, by);
            case "send" -> send(delivering.sent(found, given, by), by);
            case "deliver" -> send(delivering.delivered(file, found, given, by), by);
            case "recall" -> send(new RecallLetter(found.petition(), found.id(), reason(given), by), by);
            case "discard" -> send(new DiscardLetter(found.petition(), found.id(), by), by);
            default -> throw new NotFound();
        };
    }

    private Written send(LetterCommand order, Actor by) {
        return casework.send(order, by);
    }

    private static RedraftLetter redraft(Letter letter, LetterInput.Order given, Actor by) {
        Input input = new Input();
        LetterText before = letter.text();
        LetterText text = new LetterText(
                or(input.optional("subject", given.subject(), LINE), before.subject()),
                or(given.addressee() == null ? null : given.addressee().strip(), before.addressee()),
                or(input.optional("body", given.body(), LONG), before.body()),
                or(input.optional("recipients", given.recipients(), LONG), before.recipients()));
        input.mustBeValid();
        return new RedraftLetter(letter.petition(), letter.id(), draft(letter, given), text, by);
    }

    static int draft(Letter letter, LetterInput.Order given) {
        return Objects.requireNonNullElse(given.draft(), letter.draft());
    }

    private static String reason(LetterInput.Order given) {
        Input input = new Input();
        String reason = input.required("reason", given.reason(), LONG);
        input.mustBeValid();
        return reason;
    }

    /** The PDF: as it was issued, or what it would be. */
    public byte[] pdf(String petition, String letter, Actor actor) {
        Letter found = look.read(petition, letter, actor);
        String issued = found.file();
        return issued == null ? LetterPdf.of(sheets.of(found)) : files.whole(issued, actor);
    }

    public byte[] docx(String petition, String letter, Actor actor) {
        return LetterDocx.of(sheets.of(look.read(petition, letter, actor)));
    }

    /** How the actor may sign it here. */
    public List<Block> blocks(Letter letter, Actor by) {
        return signing.here(letter, by);
    }

    /** How it may have been signed on paper by one. */
    public List<Block> paperBlocks(Letter letter) {
        return signing.onPaper(letter);
    }

    /** Under which words it is signed on paper, when several sign it. */
    public List<String> places(Letter letter) {
        return signing.places(letter);
    }

    /** How it looks on paper. */
    public Sheet sheet(Letter letter) {
        return sheets.of(letter);
    }
}
