package vn.caunoi.api.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.message.MessageState;
import vn.caunoi.projections.message.Messages.Message;

/** Messages to petitioners over HTTP. */
@RestController
@RequestMapping("/api")
@Tag(name = "messages")
class MessageCalls {

    private static final List<MessageState> ASKED =
            List.of(MessageState.WAITING, MessageState.SENT, MessageState.FAILED);

    private final MessageDesk desk;
    private final VisibleCases cases;
    private final CurrentActor current;

    MessageCalls(MessageDesk desk, VisibleCases cases, CurrentActor current) {
        this.desk = desk;
        this.cases = cases;
        this.current = current;
    }

    /** Items of a list without an end. */
    record Told(List<Message> items) {}

    @GetMapping("/messages")
    @Operation(summary = "Messages to petitioners, newest first; state WAITING, SENT or FAILED")
    Page<Message> newest(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return desk.newest(current.get(), state(state), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/petitions/{id}/messages")
    @Operation(summary = "What the petitioners were told about a case")
    Told about(@PathVariable String id) {
        return new Told(desk.about(cases.find(id, current.get()).id()));
    }

    @PostMapping("/petitions/{id}/messages/{message}/again")
    @Operation(summary = "Send a message once more that could not be delivered")
    Written again(@PathVariable String id, @PathVariable String message) {
        return desk.again(message, new PetitionId(id), current.get());
    }

    private static @Nullable MessageState state(@Nullable String word) {
        if (word == null || word.isBlank()) return null;
        Input input = new Input();
        MessageState state = ASKED.stream()
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(null);
        if (state == null) input.wrong("state", "unknown", "is WAITING, SENT or FAILED");
        input.mustBeValid();
        return state;
    }
}
