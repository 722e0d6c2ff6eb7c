package vn.caunoi.api.redaction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.CaseCommand.PublishDecision;
import vn.caunoi.core.petition.CaseCommand.RedactDecision;
import vn.caunoi.core.petition.CaseCommand.TakeDownDecision;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Resolution;

/** Decisions on complaints for everybody, with words blacked out. */
@Component
public class RedactionDesk {

    private static final int MOST = 200;
    private static final int LONGEST = 500;

    /** @param found what is proposed; {@code text} the whole decision as it was issued */
    public record Look(CaseFile file, String text, List<Personal.Found> found) {}

    private final VisibleCases cases;
    private final Casework casework;
    private final Clock clock;

    RedactionDesk(VisibleCases cases, Casework casework, Clock clock) {
        this.cases = cases;
        this.casework = casework;
        this.clock = clock;
    }

    /** Of a decision that was issued; there is none else. */
    public Look look(String id, Actor by) {
        CaseFile file = cases.find(id, by);
        Resolution decision = file.resolution();
        if (file.kind() != Kind.COMPLAINT || decision == null || decision.number() == null) throw new NotFound();
        String text = whole(decision);
        return new Look(file, text, Personal.in(text, file));
    }

    private static String whole(Resolution decision) {
        StringBuilder whole = new StringBuilder(decision.text());
        if (!decision.legalBasis().isBlank()) whole.append("\n\nCăn cứ: ").append(decision.legalBasis());
        if (decision.damages() != null)
            whole.append("\n\nBồi thường thiệt hại: ").append(decision.damages());
        return whole.toString();
    }

    /** Blacks out, for somebody else to look at. */
    public Written redact(String id, List<String> words, Actor by) {
        Look look = look(id, by);
        List<String> chosen = chosen(words);
        String readable = new Blackening(look.text(), chosen).readable();
        return casework.send(new RedactDecision(look.file().id(), readable, chosen, by), by);
    }

    /** Words that are to be blacked out, each once; too many or too long are refused. */
    public static List<String> chosen(List<String> words) {
        List<String> chosen = words.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        Input input = new Input();
        if (chosen.size() > MOST) input.wrong("more", "too-great", "are at most " + MOST);
        if (chosen.stream().anyMatch(word -> word.length() > LONGEST))
            input.wrong("more", "too-long", "has at most " + LONGEST + " characters in a line");
        if (chosen.stream().anyMatch(word -> word.indexOf('\0') >= 0))
            input.wrong("more", "malformed", "has a character that is not allowed");
        input.mustBeValid();
        return chosen;
    }

    /** @param read whether the whole of it was read */
    public Written publish(String id, boolean read, Actor by) {
        Look look = look(id, by);
        if (!read) throw Input.refusal("read", "required", "must be confirmed");
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        return casework.send(new PublishDecision(look.file().id(), today, by), by);
    }

    public Written takeDown(String id, @Nullable String reason, Actor by) {
        Input input = new Input();
        String why = input.required("reason", reason, LONGEST * 4);
        input.mustBeValid();
        return casework.send(new TakeDownDecision(look(id, by).file().id(), why, by), by);
    }
}
