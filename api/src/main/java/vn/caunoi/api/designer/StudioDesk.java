package vn.caunoi.api.designer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.processes.studio.Examples;
import vn.caunoi.processes.studio.Explanation;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.ModelCheck;
import vn.caunoi.processes.studio.ModelDiff;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Publishing;
import vn.caunoi.processes.studio.TableProblem;
import vn.caunoi.processes.studio.Told;
import vn.caunoi.projections.directory.Directory;

/** Where designers draw: drafts begun, saved, checked, compared and published. */
@Component
public class StudioDesk {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_BYTES = 2_000_000;
    private static final Pattern VERSION = Pattern.compile("version:([a-z0-9-]{1,60})/(\\d{1,9})");
    private static final Set<String> PARTS =
            Set.of(Parts.DEADLINES, Parts.LETTERS, "routing.dmn", "handling.dmn", "escalation.dmn");
    private static final Pattern EXAMPLE = Pattern.compile("example:([a-z-]{1,60})");

    private final ModelDrafts drafts;
    private final Library library;
    private final ModelCheck check;
    private final Packages packages;
    private final Parts parts;
    private final Explanation explanation;
    private final Directory directory;
    private final CurrentActor current;
    private final Clock clock;
    private final boolean bySecondPerson;

    /** @param bySecondPerson whether another designer approves what one wants to publish */
    StudioDesk(
            ModelDrafts drafts,
            Library library,
            ModelCheck check,
            Packages packages,
            Parts parts,
            Explanation explanation,
            Directory directory,
            CurrentActor current,
            Clock clock,
            @Value("${caunoi.studio.second-person:false}") boolean bySecondPerson) {
        this.bySecondPerson = bySecondPerson;
        this.drafts = drafts;
        this.library = library;
        this.check = check;
        this.packages = packages;
        this.parts = parts;
        this.explanation = explanation;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    /** What became of an attempt to save. */
    public sealed interface Outcome {}

    public record Saved(int revision, List<Problem> problems) implements Outcome {}

    /** Somebody else saved in between; nothing was overwritten. @param is as it stands now */
    public record Overtaken(ModelDraft is) implements Outcome {}

    /** The last changed first, without their diagrams. */
    public List<ModelDraft> all() {
        designer();
        return drafts.all();
    }

    public ModelDraft find(String id) {
        designer();
        return drafts.find(id.replace("\0", "")).orElseThrow(NotFound::new);
    }

    /**
     * @param from {@code version:key/number}, {@code example:name}, or nothing where a file is given
     * @return id of the draft
     */
    public String begin(String from, byte @Nullable [] file, String name) {
        OfficerId by = designer();
        if (drafts.isFull())
            throw Refusal.because(Reason.INVALID_INPUT, "from", "too-many", "there are too many drafts");
        if (file != null) return drafts.add(named(name), text(file, "file"), null, null, by);
        Matcher version = VERSION.matcher(from);
        if (version.matches()) {
            int number = Integer.parseInt(version.group(2));
            String xml = library.xml(version.group(1), number).orElseThrow(() -> unknown("from"));
            return drafts.add(named(name), xml, version.group(1), number, by);
        }
        Matcher example = EXAMPLE.matcher(from);
        if (!example.matches()) throw unknown("from");
        String xml = Examples.xml(example.group(1)).orElseThrow(() -> unknown("from"));
        return drafts.add(named(name), xml, null, null, by);
    }

    public Outcome save(String id, int seen, byte[] file) {
        OfficerId by = designer();
        ModelDraft draft = find(id);
        String xml = text(file, "xml");
        if (!drafts.save(draft.id(), seen, xml, by)) return new Overtaken(find(id));
        String deadlines =
                drafts.part(draft.id(), Parts.DEADLINES).map(DraftPart::content).orElse(null);
        return new Saved(seen + 1, check.check(file, deadlines));
    }

    /** What the draft carries beside its diagram; by name. */
    public List<DraftPart> parts(String id) {
        return drafts.parts(find(id).id());
    }

    public Optional<DraftPart> part(String id, String name) {
        return drafts.part(find(id).id(), partNamed(name));
    }

    /**
     * False when somebody saved another since; nothing was overwritten.
     *
     * @param name of a decision table with {@code .dmn}, or {@code letters.json}
     * @param seen revision of the part that the designer saw; 0 where it was not there
     */
    public boolean savePart(String id, String name, int seen, byte[] content) {
        OfficerId by = designer();
        return drafts.savePart(find(id).id(), partNamed(name), seen, text(content, "content"), by);
    }

    /** What is wrong with a table of a draft beyond what the table itself tells: units that are not there. */
    public List<TableProblem> tableProblems(String part, String content) {
        designer();
        return parts.tableProblems(part, content);
    }

    /** False when somebody saved another since. */
    public boolean removePart(String id, String name, int seen) {
        OfficerId by = designer();
        return drafts.removePart(find(id).id(), partNamed(name), seen, by);
    }

    private static String partNamed(String name) {
        if (!PARTS.contains(name)) throw new NotFound();
        return name;
    }

    public void describe(String id, String name, String description) {
        ModelDraft draft = find(id);
        if (description.length() > LONGEST_TEXT || isNotPlain(description)) {
            throw Refusal.because(Reason.INVALID_INPUT, "description", "too-long", "is too long");
        }
        drafts.describe(draft.id(), named(name), description.strip());
    }

    public void remove(String id) {
        drafts.remove(find(id).id());
    }

    public List<Problem> check(byte[] xml) {
        designer();
        return check.check(xml);
    }

    /** What became of an attempt to publish. */
    public sealed interface Publication {}

    public record Published(String key, int version) implements Publication {}

    /** It waits for another designer. @param draft what is proposed */
    public record Proposed(String draft) implements Publication {}

    public record Refused(List<Problem> problems) implements Publication {}

    /** Whether what one designer wants to publish waits for another one. */
    public boolean isBySecondPerson() {
        return bySecondPerson;
    }

    /** As it was saved last. @param seen what the designer saw; what was changed since is not published unseen */
    public Publication publish(String id, ModelDraft.Seen seen, Wish wish) {
        Actor by = current.with(Role.DESIGNER);
        ModelDraft draft = find(id);
        Publishing.Terms terms = wish.checked(clock.instant(), directory);
        mustBe(draft, seen);
        if (!bySecondPerson) return told(packages.publish(bytes(draft), contents(draft), terms, by));
        List<Problem> problems = packages.problems(bytes(draft), contents(draft), terms);
        if (problems.stream().anyMatch(Problem::isError)) return new Refused(problems);
        // what waits is taken back first, so that nobody changes it under the eyes of the approver
        if (draft.proposedBy() != null) throw changed();
        if (!drafts.propose(draft.id(), seen, terms, by.id())) throw changed();
        return new Proposed(draft.id());
    }

    /**
     * What another designer proposed is published.
     *
     * @param seen what the approver looked at, and {@code proposal} what was proposed of it
     */
    public Publication approve(String id, ModelDraft.Seen seen, String proposal) {
        Actor by = current.with(Role.DESIGNER);
        ModelDraft draft = find(id);
        mustBe(draft, seen);
        if (draft.proposedBy() == null || !draft.proposal().equals(proposal)) throw changed();
        if (draft.proposedBy().equals(by.id().value())) {
            throw Refusal.because(Reason.INVALID_INPUT, "note", "same-person", "must be approved by another one");
        }
        Publication done = told(packages.publish(bytes(draft), contents(draft), proposed(draft), by));
        if (done instanceof Published) drafts.propose(draft.id(), seen, null, null);
        return done;
    }

    /** Nobody wants it published any more. */
    public void decline(String id, ModelDraft.Seen seen, String proposal) {
        ModelDraft draft = find(id);
        if (!draft.proposal().equals(proposal)) throw changed();
        if (!drafts.propose(draft.id(), seen, null, null)) throw changed();
    }

    /** A version of before becomes the next one, with all that was published with it; or its proposal. */
    public Publication publishAgain(String key, int version, Wish wish) {
        Actor by = current.with(Role.DESIGNER);
        String xml = library.xml(key, version).orElseThrow(NotFound::new);
        Publishing.Terms terms = wish.checked(clock.instant(), directory);
        Map<String, String> with = parts.again(key, version);
        if (bySecondPerson) {
            String id = begin("version:" + key + "/" + version, null, key + " " + version);
            with.forEach((part, content) -> drafts.savePart(id, part, 0, content, by.id()));
            Publication became = publish(id, find(id).seen(), wish);
            if (!(became instanceof Proposed)) drafts.remove(id);
            return became;
        }
        int newest = library.newest(key).orElseThrow(NotFound::new).version();
        Publication done = told(packages.publish(xml.getBytes(StandardCharsets.UTF_8), with, terms, by));
        if (done instanceof Published one && one.version() == newest) {
            throw Refusal.because(Reason.INVALID_INPUT, "note", "nothing-new", "is the newest already");
        }
        return done;
    }

    private Map<String, String> contents(ModelDraft draft) {
        Map<String, String> contents = new TreeMap<>();
        drafts.parts(draft.id()).forEach(part -> contents.put(part.name(), part.content()));
        return contents;
    }

    private static Publishing.Terms proposed(ModelDraft draft) {
        Set<UnitId> units = draft.proposedUnits().stream().map(UnitId::new).collect(Collectors.toSet());
        return new Publishing.Terms(draft.proposedNote(), draft.proposedBy(), draft.proposedFrom(), units, Map.of());
    }

    private static byte[] bytes(ModelDraft draft) {
        return draft.xml().getBytes(StandardCharsets.UTF_8);
    }

    private static void mustBe(ModelDraft draft, ModelDraft.Seen seen) {
        if (!draft.seen().equals(seen)) throw changed();
    }

    private static Refusal changed() {
        return Refusal.because(Reason.INVALID_INPUT, "note", "changed", "was changed by somebody else");
    }

    private static Publication told(Publishing.Outcome outcome) {
        return switch (outcome) {
            case Publishing.Published done -> new Published(done.key(), done.version());
            case Publishing.Refused refused -> new Refused(refused.problems());
        };
    }

    /** What the draft changes in a published version. */
    public List<ModelDiff.Change> changes(ModelDraft draft, String key, int version) {
        return ModelDiff.between(library.xml(key, version).orElseThrow(NotFound::new), draft.xml());
    }

    /** The same for people who read no diagrams. */
    public List<Told> explained(ModelDraft draft, String key, int version) {
        String before = library.xml(key, version).orElseThrow(NotFound::new);
        List<Told> told = new ArrayList<>(explanation.between(before, draft.xml()));
        told.addAll(explainedParts(draft));
        return told;
    }

    /** All that is found in the draft and in what it carries, as it is proposed or, until then, at once and for all. */
    public List<Problem> problems(ModelDraft draft) {
        return packages.problems(bytes(draft), contents(draft), terms(draft));
    }

    private static Publishing.Terms terms(ModelDraft draft) {
        return draft.proposedBy() == null ? Publishing.Terms.AT_ONCE : proposed(draft);
    }

    /** The limits and tables that would come into force with it. */
    public ProposedRules proposedRules(ModelDraft draft) {
        designer();
        return packages.plan(contents(draft), terms(draft)).proposed();
    }

    /** What the draft changes beside its diagram. */
    public List<Told> explainedParts(ModelDraft draft) {
        return parts.told(packages.plan(contents(draft), terms(draft)));
    }

    /** The table of limits as it is in force today, to begin with. */
    public String limitsInForce() {
        designer();
        return parts.limitsInForce(DueDate.dayOf(clock.instant()));
    }

    /** The forms of letters that come with the draft. */
    public List<LetterForm> letters(String id) {
        return parts.letters(part(id, Parts.LETTERS).map(DraftPart::content).orElse(null));
    }

    /**
     * Puts a form of letters beside the diagram, in place of one of the same id.
     *
     * @return false when somebody saved another since
     */
    public boolean saveLetter(String id, int seen, LetterForm form) {
        List<LetterForm> all = new ArrayList<>(letters(id));
        all.removeIf(one -> one.id().equals(form.id()));
        all.add(form);
        return savePart(id, Parts.LETTERS, seen, parts.text(all).getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a form of letters out again; false when somebody saved another since. */
    public boolean removeLetter(String id, int seen, String form) {
        List<LetterForm> all = new ArrayList<>(letters(id));
        all.removeIf(one -> one.id().equals(form));
        return all.isEmpty()
                ? removePart(id, Parts.LETTERS, seen)
                : savePart(id, Parts.LETTERS, seen, parts.text(all).getBytes(StandardCharsets.UTF_8));
    }

    private static String named(String name) {
        String plain = name.strip();
        if (plain.isEmpty()) throw Refusal.because(Reason.INVALID_INPUT, "name", "required", "must be given");
        if (plain.length() > LONGEST_NAME || isNotPlain(plain)) {
            throw Refusal.because(Reason.INVALID_INPUT, "name", "too-long", "is too long");
        }
        return plain;
    }

    private static boolean isNotPlain(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** Any text is kept, sound or not: the check tells what is wrong with it. */
    private static String text(byte[] file, String field) {
        if (file.length > MOST_BYTES) throw Refusal.because(Reason.INVALID_INPUT, field, "too-long", "is too large");
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (!isNotPlain(text)) return text;
        } catch (CharacterCodingException none) {
            throw Refusal.because(Reason.INVALID_INPUT, field, "malformed", "is not written in UTF-8");
        }
        throw Refusal.because(Reason.INVALID_INPUT, field, "malformed", "is not a BPMN file");
    }

    private static Refusal unknown(String field) {
        return Refusal.because(Reason.INVALID_INPUT, field, "unknown", "is not known");
    }

    private OfficerId designer() {
        return current.with(Role.DESIGNER).id();
    }
}
