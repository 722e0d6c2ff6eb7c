package vn.caunoi.projections.message;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.MessageEvent;
import vn.caunoi.core.petition.MessageEvent.MessageFailed;
import vn.caunoi.core.petition.MessageEvent.MessageOrderedAgain;
import vn.caunoi.core.petition.MessageEvent.MessageSent;
import vn.caunoi.core.petition.MessageEvent.PreferenceChosen;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Topic;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes what is to be told to whom. A petition about which nobody can be told has no row at all. */
final class MessageFilling implements ReadModel.Filling {
    private static final Target CASE = Target.of(
            "message_case",
            "petition",
            "petition code unit persons told::boolean language version::bigint",
            "unit persons told language version");
    private static final Target MESSAGE = Target.of(
            "message",
            "id",
            "id petition code unit person carrier topic language at::timestamptz state settled::timestamptz problem",
            "state settled problem");

    private final Tables tables;
    private final Pending<PetitionId, Reachable> cases;
    private final Pending<String, MessageRow> messages;

    MessageFilling(Tables tables) {
        this.tables = tables;
        this.cases = new Pending<>(this::loadCases, this::saveCases, tables.remembered());
        this.messages = new Pending<>(this::loadMessages, this::saveMessages, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (concerns(event)) cases.expect(event.petition());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof PetitionReceived) cases.expectNew(event.petition());
    }

    private static boolean concerns(PetitionEvent event) {
        return Topic.of(event).isPresent()
                || switch (event) {
                    case PetitionClassified e -> true;
                    case PetitionReclassified e -> true;
                    case PetitionAssigned e -> true;
                    case PetitionCorrected e -> true;
                    case PersonalDataErased e -> true;
                    case MessageEvent e -> true;
                    default -> false;
                };
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof PetitionEvent event) || !concerns(event)) return;
        Reachable to = cases.get(event.petition());
        if (to == null) {
            to = event instanceof PetitionReceived e ? Reachable.of(e) : null;
            if (to == null) return;
        } else if (happened.sequence() <= to.version) {
            return;
        }
        fold(to, event, happened);
        to.version = happened.sequence();
        cases.put(event.petition(), to);
    }

    private void fold(Reachable to, PetitionEvent event, Happened<?> happened) {
        switch (event) {
            case PetitionClassified e -> kind(to, e.kind());
            case PetitionReclassified e -> kind(to, e.after());
            case PetitionAssigned e -> to.unit = e.unit();
            case PetitionCorrected e -> {
                var people = e.after().petitioners();
                if (people != null) to.contacts = Reachable.contacts(people);
            }
            case PersonalDataErased e -> {
                to.contacts = to.contacts.stream()
                        .filter(contact -> !e.persons().contains(contact.person()))
                        .toList();
            }
            case MessageSent e -> {
                mustBeThere(e.message(), to, new Contact(e.person(), e.carrier()), e.topic(), happened);
                settle(e.message(), row -> row.settle(MessageState.SENT, happened.at(), null));
            }
            case MessageFailed e -> {
                mustBeThere(e.message(), to, new Contact(e.person(), e.carrier()), e.topic(), happened);
                settle(e.message(), row -> row.settle(MessageState.FAILED, happened.at(), e.problem()));
            }
            case MessageOrderedAgain e -> settle(e.message(), row -> row.settle(MessageState.WAITING, null, null));
            case PreferenceChosen e -> {
                to.told = e.told();
                to.language = e.language();
            }
            default -> {}
        }
        // what was taken over from another register happened there, long ago
        boolean here = !Origin.IMPORTER.equals(happened.by());
        if (to.told && here) Topic.of(event).ifPresent(topic -> tell(to, topic, happened));
    }

    private static void kind(Reachable to, Kind kind) {
        if (kind == Kind.DENUNCIATION) to.contacts = List.of();
    }

    private void tell(Reachable to, Topic topic, Happened<?> happened) {
        for (Contact contact : to.contacts) {
            MessageRow row = new MessageRow(to, happened.sequence(), contact, topic, happened.at());
            messages.expectNew(row.id);
            messages.put(row.id, row);
        }
    }

    /** What was sent stays to be seen, whoever would be told today. */
    private void mustBeThere(String message, Reachable to, Contact contact, Topic topic, Happened<?> happened) {
        if (messages.get(message) == null) {
            messages.put(message, new MessageRow(message, to, contact, topic, happened.at()));
        }
    }

    private void settle(String message, Consumer<MessageRow> change) {
        MessageRow row = messages.get(message);
        if (row == null) return;
        change.accept(row);
        messages.put(message, row);
    }

    @Override
    public void flush() {
        cases.flush();
        messages.flush();
    }

    private Map<PetitionId, Reachable> loadCases(Collection<PetitionId> ids) {
        List<String> keys = ids.stream().map(PetitionId::value).toList();
        return tables.all("select * from views.message_case where petition = any(?)", Reachable::read, keys).stream()
                .collect(Collectors.toMap(row -> row.petition, Function.identity()));
    }

    private Map<String, MessageRow> loadMessages(Collection<String> ids) {
        Map<String, MessageRow> found = new HashMap<>();
        tables.all("select * from views.message where id = any(?)", MessageRow::read, ids)
                .forEach(row -> found.put(Objects.requireNonNull(row).id, row));
        return found;
    }

    private void saveCases(Collection<Reachable> begun, Collection<Reachable> changed) {
        tables.begin(CASE, begun, Reachable::values);
        tables.change(CASE, changed, Reachable::values);
    }

    private void saveMessages(Collection<MessageRow> begun, Collection<MessageRow> changed) {
        tables.begin(MESSAGE, begun, MessageRow::values);
        tables.change(MESSAGE, changed, MessageRow::values);
    }
}
