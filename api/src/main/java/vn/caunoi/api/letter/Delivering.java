package vn.caunoi.api.letter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.LetterCommand.DeliverLetter;
import vn.caunoi.core.petition.LetterCommand.SendLetter;
import vn.caunoi.core.petition.SendingWay;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.letter.Letter;

/** Letters that go out and arrive; where the law counts from the receipt, with the row by which it counts. */
@Component
class Delivering {

    private final FormsInForce forms;
    private final Rules rules;
    private final Sheets sheets;

    Delivering(FormsInForce forms, Rules rules, Sheets sheets) {
        this.forms = forms;
        this.rules = rules;
        this.sheets = sheets;
    }

    SendLetter sent(Letter letter, LetterInput.Order given, Actor by) {
        Input input = new Input();
        SendingWay way = input.choice("way", given.way(), SendingWay.class);
        if (given.way() == null || given.way().isBlank()) input.present("way", null);
        String trace = input.optional("trace", given.trace(), LetterDesk.LINE);
        input.mustBeValid();
        LocalDate on = Objects.requireNonNullElse(given.sentOn(), sheets.today());
        return new SendLetter(letter.petition(), letter.id(), on, Objects.requireNonNull(way), trace, by);
    }

    DeliverLetter delivered(CaseFile file, Letter letter, LetterInput.Order given, Actor by) {
        Input input = new Input();
        String receiver = input.optional("receiver", given.receiver(), LetterDesk.LINE);
        String reason = input.optional("reason", given.reason(), LetterDesk.LONG);
        input.mustBeValid();
        LocalDate on = Objects.requireNonNullElse(given.deliveredOn(), sheets.today());
        return new DeliverLetter(letter.petition(), letter.id(), on, receiver, reason, opened(file, letter, on), by);
    }

    private @Nullable DeadlineRule opened(CaseFile file, Letter letter, LocalDate on) {
        String stage = forms.edition(letter.template(), letter.edition())
                .map(LetterForm::opens)
                .orElse(null);
        if (stage == null) return null;
        Set<Circumstance> remote =
                file.acceptance() != null && file.acceptance().remote()
                        ? EnumSet.of(Circumstance.REMOTE)
                        : EnumSet.noneOf(Circumstance.class);
        String kind = file.kind() == null ? null : file.kind().name();
        return rules.ruleFor(new RuleQuestion(kind, stage, remote, on));
    }
}
