package vn.caunoi.api.consult;

import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.letter.LetterLook;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Secrets;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.ConsultCommand;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.consult.Consult;
import vn.caunoi.projections.consult.Consults;
import vn.caunoi.projections.directory.Directory;

/** Asks for opinions from a case, and does with them what those who have the case order. */
@Component
public class ConsultDesk {

    static final int LINE = 500;
    static final int LONG = 20_000;
    private static final int MOST_PAPERS = 50;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

    /** A consult that was begun. */
    public record Begun(ConsultId consult, Written written) {}

    private final VisibleCases cases;
    private final Consults consults;
    private final ConsultLinks links;
    private final FileDesk files;
    private final Directory directory;
    private final Rules rules;
    private final Casework casework;
    private final Secrets secrets;
    private final ReadingLog readings;
    private final Clock clock;
    private final Period grace;

    ConsultDesk(
            VisibleCases cases,
            Consults consults,
            ConsultLinks links,
            FileDesk files,
            Directory directory,
            Rules rules,
            Casework casework,
            Secrets secrets,
            ReadingLog readings,
            Clock clock,
            @Value("${caunoi.consults.link-opens-after-due:P10D}") Period grace) {
        this.cases = cases;
        this.consults = consults;
        this.links = links;
        this.files = files;
        this.directory = directory;
        this.rules = rules;
        this.casework = casework;
        this.secrets = secrets;
        this.readings = readings;
        this.clock = clock;
        this.grace = grace;
    }

    /** The opinions a case asked for; none for whoever may not read its matter. */
    public List<Consult> of(CaseFile file, Actor actor) {
        return LetterLook.mayRead(file, actor) ? consults.of(file.id()) : List.of();
    }

    /** A case whose matter the actor may read. */
    public CaseFile file(String petition, Actor actor) {
        CaseFile file = cases.find(petition, actor);
        if (!LetterLook.mayRead(file, actor)) throw new NotFound();
        return file;
    }

    public Consult find(CaseFile file, String consult, Actor actor) {
        return of(file, actor).stream()
                .filter(one -> one.id().value().equals(consult))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The link to be printed; null when none opens. */
    public @Nullable String link(Consult consult) {
        return links.of(consult);
    }

    /** How often the link of a consult was looked at. */
    public ReadingLog.Looks looks(Consult consult) {
        return readings.looks(consult.petition(), OutsideDesk.reader(consult.id()), Reading.What.CONSULT);
    }

    /** How long an answer may take when nothing is chosen. */
    public DeadlineRule rule(CaseFile file) {
        String kind = file.kind() == null ? null : file.kind().name();
        return rules.ruleFor(RuleQuestion.of(kind, "consult", DueDate.dayOf(clock.instant())));
    }

    /** @param seed repeated with the same seed, it is the same consult, asked once */
    public Begun ask(String petition, ConsultInput.Ask given, Actor by, String seed) {
        CaseFile file = file(petition, by);
        Input input = new Input();
        String question = input.required("question", given.question(), LONG);
        String body = input.optional("body", given.body(), LINE);
        String email = input.optional("email", given.email(), LINE);
        if (email != null && !EMAIL.matcher(email).matches()) input.wrong("email", "malformed", "is no address");
        UnitId unit = unit(given.unit(), file, input);
        if (unit == null && body == null && isBlank(given.unit()))
            input.wrong("unit", "one-of-two", "is either a unit or a body outside");
        List<String> papers = papers(given.papers(), file, by, input);
        input.mustBeValid();
        boolean mail = unit == null && Objects.requireNonNullElse(given.mail(), email != null);
        var id = new ConsultId(secrets.id(seed, "consult"));
        var order = new ConsultCommand.Ask(
                file.id(), id, unit, body, email, question, papers, rule(file), given.workingDays(), grace, mail, by);
        return new Begun(id, casework.send(order, by));
    }

    /** A unit that is headed by somebody the case is about gives no opinion on it. */
    private @Nullable UnitId unit(@Nullable String given, CaseFile file, Input input) {
        if (given == null || given.isBlank()) return null;
        UnitId unit = new UnitId(given.strip());
        if (directory.unit(unit).isEmpty()) {
            input.wrong("unit", "unknown", "is not known");
            return null;
        }
        Set<OfficerId> accused = Set.copyOf(file.accused());
        boolean about = directory.officersOf(unit).stream()
                .filter(officer -> officer.roles().contains(Role.HEAD))
                .anyMatch(head -> accused.contains(head.id()));
        if (about) input.wrong("unit", "about-its-head", "is headed by somebody the case is about");
        return unit;
    }

    private List<String> papers(@Nullable List<@Nullable String> given, CaseFile file, Actor by, Input input) {
        List<@Nullable String> chosen = given == null ? new ArrayList<>() : given;
        if (chosen.size() > MOST_PAPERS) input.wrong("papers", "too-great", "are at most " + MOST_PAPERS);
        Set<String> known = new HashSet<>();
        if (!chosen.isEmpty()) files.of(file, by).forEach(one -> known.add(one.id()));
        List<String> papers = new ArrayList<>();
        for (int i = 0; i < Math.min(chosen.size(), MOST_PAPERS); i++) {
            String id = chosen.get(i);
            if (id == null || !known.contains(id))
                input.wrong("papers[" + i + "]", "no-such-file", "is not of the case");
            else if (!papers.contains(id)) papers.add(id);
        }
        return papers;
    }

    public Written takeBack(String petition, String consult, ConsultInput.Reason given, Actor by) {
        CaseFile file = file(petition, by);
        Consult one = find(file, consult, by);
        return casework.send(new ConsultCommand.TakeBack(file.id(), one.id(), reason(given), by), by);
    }

    public Written newLink(String petition, String consult, ConsultInput.Link given, Actor by) {
        CaseFile file = file(petition, by);
        Consult one = find(file, consult, by);
        boolean mail = Objects.requireNonNullElse(given.mail(), false);
        if (mail && one.email() == null) throw Input.refusal("mail", "required", "there is no address");
        return casework.send(new ConsultCommand.IssueLink(file.id(), one.id(), grace, mail, by), by);
    }

    public Written revoke(String petition, String consult, Actor by) {
        CaseFile file = file(petition, by);
        Consult one = find(file, consult, by);
        return casework.send(new ConsultCommand.RevokeLink(file.id(), one.id(), by), by);
    }

    /** What a body outside answered on paper. */
    public Written writeDown(String petition, String consult, ConsultInput.Answer given, Actor by) {
        CaseFile file = file(petition, by);
        Consult one = find(file, consult, by);
        if (!one.isOutside()) throw new NotFound();
        return answer(one, given, by);
    }

    Written answer(Consult one, ConsultInput.Answer given, Actor by) {
        Input input = new Input();
        String text = input.required("text", given.text(), LONG);
        String name = input.optional("name", given.name(), LINE);
        List<String> came = new ArrayList<>();
        List<@Nullable String> ids = given.files() == null ? new ArrayList<>() : given.files();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            if (id == null || !files.isAtHand(id, one.petition(), by)) {
                input.wrong("files[" + i + "]", "no-such-file", "is not yours");
            } else {
                came.add(id);
            }
        }
        input.mustBeValid();
        var order = new ConsultCommand.Answer(one.petition(), one.id(), text, came, name, given.answeredOn(), 0, by);
        return casework.sendAfter(() -> came.forEach(file -> files.attach(file, one.petition(), by)), order, by);
    }

    static String reason(ConsultInput.Reason given) {
        Input input = new Input();
        String reason = input.required("reason", given.reason(), LONG);
        input.mustBeValid();
        return reason;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
