package vn.caunoi.core.petition;

import java.util.Objects;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.MessageEvent.MessageFailed;
import vn.caunoi.core.petition.MessageEvent.MessageOrderedAgain;
import vn.caunoi.core.petition.MessageEvent.MessageSent;
import vn.caunoi.core.petition.MessageEvent.PreferenceChosen;

/** Writes down what became of messages to petitioners, and who wants none. */
final class MessageDesk {

    private final Petition petition;

    MessageDesk(Petition petition) {
        this.petition = petition;
    }

    void confirm(MessageCommand.ConfirmMessage report) {
        if (petition.correspondence.settled().contains(report.message())) return;
        petition.record(
                new MessageSent(petition.id, report.message(), report.person(), report.carrier(), report.topic()));
    }

    void giveUp(MessageCommand.GiveMessageUp report) {
        if (petition.correspondence.settled().contains(report.message())) return;
        petition.record(new MessageFailed(
                petition.id, report.message(), report.person(), report.carrier(), report.topic(), report.problem()));
    }

    void sendAgain(MessageCommand.SendMessageAgain command) {
        petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        Petition.refuseIf(!petition.correspondence.failed().contains(command.message()), Reason.MESSAGE_HAS_NOT_FAILED);
        petition.record(new MessageOrderedAgain(petition.id, command.message()));
    }

    void choose(MessageCommand.ChoosePreference command) {
        if (command.by() != null) petition.mustBeAllowed(command.by(), Role.CLERK, Role.OFFICER, Role.HEAD);
        boolean same = Objects.equals(petition.correspondence.told(), command.told())
                && petition.correspondence.language() == command.language();
        if (!same) petition.record(new PreferenceChosen(petition.id, command.told(), command.language()));
    }
}
