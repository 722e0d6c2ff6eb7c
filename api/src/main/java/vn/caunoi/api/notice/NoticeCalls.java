package vn.caunoi.api.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;

/** How an officer wants to be told, over HTTP. */
@RestController
@RequestMapping("/api/me/notices")
@Tag(name = "messages")
class NoticeCalls {

    private final NoticeChoices choices;
    private final CurrentActor current;

    NoticeCalls(NoticeChoices choices, CurrentActor current) {
        this.choices = choices;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "How you are told of your work by mail")
    NoticeChoices.Choice choice() {
        return choices.of(current.get().id());
    }

    @PostMapping
    @Operation(
            summary = "Choose how you are told of your work by mail",
            description = "how: AT_ONCE, DAILY (one mail in the morning), NONE; language: VI, EN; overview:"
                    + " whether heads and inspectors are told each working morning what is in their units")
    NoticeChoices.Choice choose(@RequestBody NoticeChoices.Given body) {
        return choices.choose(body, current.get());
    }
}
