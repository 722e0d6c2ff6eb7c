package vn.caunoi.api.officer;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;

/** Urging letters (đôn đốc): a superior urges, whoever has the case answers. */
@Component
public class UrgingDesk {

    private final VisibleCases cases;
    private final Casework casework;

    UrgingDesk(VisibleCases cases, Casework casework) {
        this.cases = cases;
        this.casework = casework;
    }

    public Written urge(String id, CaseInput.Urge given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String text = input.required("text", given.text(), ContentCheck.LONG);
        LocalDate replyBy = input.present("replyBy", given.replyBy());
        input.mustBeValid();
        return casework.send(new CaseCommand.Urge(file.id(), text, Objects.requireNonNull(replyBy), by), by);
    }

    public Written answer(String id, CaseInput.AnswerUrging given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String text = input.required("text", given.text(), ContentCheck.LONG);
        input.mustBeValid();
        int urging = given.urging() == null ? first(file) : given.urging();
        return casework.send(new CaseCommand.AnswerUrging(file.id(), urging, text, by), by);
    }

    private static int first(CaseFile file) {
        return file.urgings().stream()
                .filter(Part.Urging::isOpen)
                .mapToInt(Part.Urging::no)
                .findFirst()
                .orElseThrow(() -> Refusal.because(Reason.NO_SUCH_URGING));
    }
}
