package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.processes.studio.WhatFollows.Done;
import vn.caunoi.projections.casefile.CaseFile;

/** On which day a time that an outcome sets running would end, if it were done today, by the table and the calendar of today. */
@Component
class ClocksAhead {

    /** The category of what is about a procedure, a form or a fee. */
    private static final String ADMINISTRATIVE_RULE = "administrative-rule";

    private final Rules rules;
    private final CalendarInForce calendar;

    ClocksAhead(Rules rules, CalendarInForce calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** None where it rests on what is not known yet, or on a former register. */
    Optional<LocalDate> last(Done done, CaseFile file, Act act, LocalDate today) {
        if (file.origin() != null || act == Act.CLASSIFY) return Optional.empty();
        try {
            String stage = ofTheRound(done.given().getOrDefault("stage", ""), file);
            LocalDate from = from(Basis.valueOf(done.given().getOrDefault("basis", "")), file, today);
            if (from == null) return Optional.empty();
            Kind kind = file.kind();
            var question = new RuleQuestion(kind == null ? null : kind.name(), stage, circumstances(file, act), today);
            return Optional.of(DueDate.count(calendar.calendar(), from, rules.ruleFor(question))
                    .last());
        } catch (NoRuleFits | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The day that counts; today for what would be reached by it. */
    private static @Nullable LocalDate from(Basis basis, CaseFile file, LocalDate today) {
        Milestone of =
                switch (basis) {
                    case RECEIVED -> Milestone.RECEIVED;
                    case CLASSIFIED -> Milestone.CLASSIFIED;
                    case ACCEPTED -> Milestone.ACCEPTED;
                    case ISSUED -> Milestone.ISSUED;
                    case CONCLUDED -> Milestone.CONCLUDED;
                    case SUSPENDED -> Milestone.SUSPENDED;
                    case TERMINATED -> Milestone.TERMINATED;
                    case PROTECTION_REQUESTED -> Milestone.PROTECTION_REQUESTED;
                    case ONWARD, OVERDUE, ORDERED -> null;
                };
        return of == null ? null : file.standing().day(of).orElse(today);
    }

    /** As the diagrams of complaints have it for the second time (LKN Đ36, Đ37, Đ41). */
    private static String ofTheRound(String stage, CaseFile file) {
        if (file.secondRound() == null) return stage;
        return switch (stage) {
            case "accept_1" -> "accept_2";
            case "settle_1" -> "settle_2";
            case "send_1" -> "send_2";
            default -> stage;
        };
    }

    private static Set<Circumstance> circumstances(CaseFile file, Act act) {
        Set<Circumstance> all = EnumSet.noneOf(Circumstance.class);
        boolean complex = file.acceptance() != null && file.acceptance().complex();
        boolean remote = file.acceptance() != null && file.acceptance().remote();
        if (complex || act == Act.ACCEPT_COMPLEX || act == Act.ACCEPT_COMPLEX_REMOTE) all.add(Circumstance.COMPLEX);
        if (remote || act == Act.ACCEPT_REMOTE || act == Act.ACCEPT_COMPLEX_REMOTE) all.add(Circumstance.REMOTE);
        if (file.channel() == Channel.PORTAL) all.add(Circumstance.GOVERNMENT_PORTAL);
        if (ADMINISTRATIVE_RULE.equals(file.category())) all.add(Circumstance.ADMINISTRATIVE_RULE);
        if (file.denunciation() != null && file.denunciation().severalPlaces()) all.add(Circumstance.SEVERAL_PLACES);
        return all;
    }
}
