package vn.caunoi.projections.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionSuspended;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.MessageEvent.MessageFailed;
import vn.caunoi.core.petition.MessageEvent.MessageSent;
import vn.caunoi.core.petition.MessageEvent.PreferenceChosen;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.Topic;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.message.Messages.Message;

class MessagesTest extends ReadModelsTest {
    @Autowired
    private Messages messages;

    @Autowired
    private Rebuild rebuild;

    @Test
    void only_who_gave_an_address_is_told() {
        Story silent = story().received(Kind.COMPLAINT, "Đền bù", "An");
        Story told = story().reachable(Kind.COMPLAINT, "Bình").assigned("me");
        suspended(told);
        settle();
        assertThat(messages.about(silent.id)).isEmpty();
        assertThat(topics(told)).containsExactlyInAnyOrder(Topic.SUSPENDED, Topic.RECEIVED);
        assertThat(waiting()).extracting(Message::petition).contains(told.id);
        assertThat(messages.preference(silent.id)).isEmpty();
        assertThat(messages.preference(told.id)).contains(new Messages.Preference(true, Language.VI));
    }

    @Test
    void who_gave_a_phone_number_only_is_told_by_it() {
        Story told = story().callable(Kind.COMPLAINT, "An");
        settle();
        assertThat(messages.about(told.id)).extracting(Message::carrier).containsExactly(Carrier.SMS);
        assertThat(waiting()).extracting(Message::petition).doesNotContain(told.id);
        assertThat(messages.waiting(Carrier.SMS, Instant.EPOCH, null, 200).items())
                .extracting(Message::petition)
                .contains(told.id);
    }

    @Test
    void what_was_sent_to_somebody_who_would_not_be_told_today_is_still_seen() {
        Story told = story().reachable(Kind.COMPLAINT, "An");
        PersonId other = new PersonId(java.util.UUID.randomUUID().toString());
        String message = java.util.UUID.randomUUID().toString();
        told.tell(new MessageSent(told.id, message, other, Carrier.EMAIL, Topic.RECEIVED));
        settle();
        assertThat(messages.about(told.id))
                .filteredOn(one -> one.person().equals(other))
                .extracting(Message::state)
                .containsExactly(MessageState.SENT);
    }

    @Test
    void what_was_sent_or_failed_does_not_wait() {
        Story told = story().reachable(Kind.COMPLAINT, "An");
        suspended(told);
        settle();
        Message newest = messages.about(told.id).get(0);
        Message oldest = messages.about(told.id).get(1);
        told.tell(new MessageSent(told.id, oldest.id(), oldest.person(), Carrier.EMAIL, oldest.topic()));
        told.tell(new MessageFailed(told.id, newest.id(), newest.person(), Carrier.EMAIL, newest.topic(), "refused"));
        settle();
        assertThat(states(told)).containsExactlyInAnyOrder(MessageState.FAILED, MessageState.SENT);
        assertThat(waiting()).extracting(Message::petition).doesNotContain(told.id);
        assertThat(messages.newest(Visibility.of(java.util.Set.of(unit)), MessageState.FAILED, null, 10)
                        .items())
                .extracting(Message::problem)
                .containsExactly("refused");
    }

    @Test
    void who_wants_none_and_whose_petition_became_a_denunciation_is_told_nothing_more() {
        Story unwilling = story().reachable(Kind.COMPLAINT, "An");
        unwilling.tell(new PreferenceChosen(unwilling.id, false, Language.VI));
        suspended(unwilling);
        Story denouncer = story().reachable(Kind.COMPLAINT, "Bình");
        denouncer.tell(new PetitionReclassified(
                denouncer.id, Kind.COMPLAINT, Kind.DENUNCIATION, java.util.Set.of(), denouncer.text("nhầm")));
        suspended(denouncer);
        settle();
        assertThat(states(unwilling)).containsExactly(MessageState.DROPPED);
        assertThat(states(denouncer)).containsExactly(MessageState.DROPPED);
        assertThat(waiting())
                .extracting(Message::petition)
                .doesNotContain(unwilling.id)
                .doesNotContain(denouncer.id);
    }

    @Test
    void a_rebuild_gives_the_same_messages_with_the_same_ids() {
        Story told = story().reachable(Kind.COMPLAINT, "An");
        suspended(told);
        settle();
        Message first = messages.about(told.id).get(1);
        told.tell(new MessageSent(told.id, first.id(), first.person(), Carrier.EMAIL, first.topic()));
        settle();
        List<Message> before = messages.about(told.id);
        rebuild.start("messages", progress -> {});
        settle();
        assertThat(messages.about(told.id)).isEqualTo(before);
    }

    private static void suspended(Story story) {
        story.wait(java.time.Duration.ofSeconds(1))
                .tell(new PetitionSuspended(
                        story.id, story.text("chờ"), story.text("chờ"), java.time.LocalDate.of(2026, 11, 18)));
    }

    private List<Message> waiting() {
        return messages.waiting(Carrier.EMAIL, Instant.EPOCH, null, 200).items();
    }

    private List<Topic> topics(Story story) {
        return messages.about(story.id).stream().map(Message::topic).toList();
    }

    private List<MessageState> states(Story story) {
        return messages.about(story.id).stream().map(Message::state).toList();
    }
}
