package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;

/** All that can be ordered of a request for an opinion. */
public sealed interface ConsultCommand extends PetitionCommand {

    ConsultId consult();

    /**
     * Asks a unit of the house, or a body outside, but never both. Officers and heads ask while the case is open.
     *
     * @param rule how long an answer may take
     * @param workingDays chosen instead; null to follow the rule
     * @param grace how long a link opens after the last day for the answer
     * @param mailed whether the link goes out by e-mail
     */
    record Ask(
            @TargetAggregateIdentifier PetitionId petition,
            ConsultId consult,
            @Nullable UnitId unit,
            @Nullable String body,
            @Nullable String email,
            String question,
            List<String> papers,
            DeadlineRule rule,
            @Nullable Integer workingDays,
            Period grace,
            boolean mailed,
            Actor by)
            implements ConsultCommand {
        public Ask {
            papers = List.copyOf(papers);
        }
    }

    /** A new link takes the place of the one before, which opens no more. */
    record IssueLink(
            @TargetAggregateIdentifier PetitionId petition, ConsultId consult, Period grace, boolean mailed, Actor by)
            implements ConsultCommand {}

    record RevokeLink(@TargetAggregateIdentifier PetitionId petition, ConsultId consult, Actor by)
            implements ConsultCommand {}

    /** From the post. @param problem null when a server took it over */
    record ReportMail(
            @TargetAggregateIdentifier PetitionId petition,
            ConsultId consult,
            int link,
            boolean reminder,
            @Nullable String problem)
            implements ConsultCommand {}

    /**
     * By the unit that was asked; of a body outside by its link, or by those who have the case, who write down what came
     * on paper.
     *
     * @param link number of the link it came by; 0 for none
     * @param by null by link
     */
    record Answer(
            @TargetAggregateIdentifier PetitionId petition,
            ConsultId consult,
            String text,
            List<String> files,
            @Nullable String name,
            @Nullable LocalDate answeredOn,
            int link,
            @Nullable Actor by)
            implements ConsultCommand {
        public Answer {
            files = List.copyOf(files);
        }
    }

    record Decline(
            @TargetAggregateIdentifier PetitionId petition,
            ConsultId consult,
            String reason,
            @Nullable String name,
            int link,
            @Nullable Actor by)
            implements ConsultCommand {}

    /** By those who have the case. */
    record TakeBack(@TargetAggregateIdentifier PetitionId petition, ConsultId consult, String reason, Actor by)
            implements ConsultCommand {}
}
