package vn.caunoi.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.message.MessageDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.message.MessageState;
import vn.caunoi.projections.message.Messages.Message;

/** What petitioners were told by message, and what could not be delivered. */
@Controller
class MessagesPage {

    private static final int ROWS = 50;
    private static final List<MessageState> STATES =
            List.of(MessageState.WAITING, MessageState.SENT, MessageState.FAILED);

    private final MessageDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    MessagesPage(MessageDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/messages")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = current.get();
        MessageState chosen = state(Lists.blankToNull(state));
        Page<Message> page = desk.newest(actor, chosen, Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("idle", desk.idle())
                .addAttribute("states", STATES)
                .addAttribute("chosen", chosen)
                .addAttribute(
                        "mayRead",
                        !Visibility.of(actor).units().isEmpty()
                                || Visibility.of(actor).all())
                .addAttribute("maySend", maySend(actor))
                .addAttribute("next", page.next() == null ? null : address(chosen, page.next()))
                .addAttribute("first", cursor == null ? null : address(chosen, null));
        return "messages";
    }

    @PostMapping("/cases/{id}/messages/{message}/again")
    ModelAndView again(@PathVariable String id, @PathVariable String message, RedirectAttributes next) {
        try {
            desk.again(message, new PetitionId(id), current.get());
            next.addFlashAttribute("said", "message");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        return Pages.seeOther("/messages?state=FAILED");
    }

    static boolean maySend(Actor actor) {
        return actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD);
    }

    private static @Nullable MessageState state(@Nullable String word) {
        if (word == null) return null;
        return STATES.stream()
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String address(@Nullable MessageState state, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath("/messages");
        if (state != null) address.queryParam("state", state);
        if (cursor != null) address.queryParam("cursor", cursor);
        return address.toUriString();
    }
}
