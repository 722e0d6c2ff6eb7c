package vn.caunoi.api.citizen;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.petition.Language;

/** For citizens, without an account. */
@RestController
@RequestMapping("/api/public/petitions/{code}")
@Tag(name = "public")
@SecurityRequirements
class PublicCalls {

    /** @param score 1 (worst) to 5 */
    record PublicRating(@Nullable Integer score, @Nullable String comment) {}

    /** @param language VI or EN; VI when left out */
    record Choice(@Nullable Boolean told, @Nullable String language) {}

    /** @param content what is complained of the first decision */
    record PublicSecond(@Nullable String content) {}

    record PublicComment(@Nullable String text) {}

    /** @param sure must be true: it may end the case */
    record PublicWithdrawal(
            @Nullable String reason, @Nullable Boolean sure) {}

    record PublicReturn(@Nullable String reason) {}

    private final PublicDesk desk;

    PublicCalls(PublicDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Where my petition stands")
    ResponseEntity<PublicDesk.Seen> look(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pin,
            HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(desk.look(code, pin, request.getRemoteAddr()));
    }

    @PostMapping("/return-answer")
    @Operation(summary = "Return an answer that does not suit")
    PublicDesk.Seen returnAnswer(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pin,
            @RequestBody PublicReturn body,
            HttpServletRequest request) {
        Input input = new Input();
        String reason = input.required("reason", body.reason(), 5000);
        input.mustBeValid();
        return desk.returnAnswer(code, pin, request.getRemoteAddr(), reason);
    }

    @PostMapping("/comments")
    @Operation(summary = "Write to whoever has my petition", description = "At most five times within 24 hours.")
    PublicDesk.Seen write(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pin,
            @RequestBody PublicComment body,
            HttpServletRequest request) {
        Input input = new Input();
        String text = input.required("text", body.text(), 2000);
        input.mustBeValid();
        return desk.write(code, pin, request.getRemoteAddr(), text);
    }

    @PostMapping("/withdraw")
    @Operation(
            summary = "Withdraw my petition",
            description =
                    "A proposal or feedback ends with it. A complaint or a denunciation is withdrawn by a signed paper:"
                            + " of these it is announced, and the case goes on until the paper is signed.")
    PublicDesk.Seen withdraw(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pin,
            @RequestBody PublicWithdrawal body,
            HttpServletRequest request) {
        Input input = new Input();
        String reason = input.required("reason", body.reason(), 2000);
        if (!Boolean.TRUE.equals(body.sure())) input.wrong("sure", "required", "must be true");
        input.mustBeValid();
        return desk.withdraw(code, pin, request.getRemoteAddr(), reason);
    }

    @PostMapping("/second-complaint")
    @Operation(
            summary = "Complain a second time",
            description = "Within the time for it; after that the reception judges whether there was a good reason.")
    ResponseEntity<PublicDesk.SecondGiven> complainAgain(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pin,
            @RequestBody PublicSecond body,
            HttpServletRequest request) {
        Input input = new Input();
        String content = input.required("content", body.content(), 20_000);
        input.mustBeValid();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(desk.complainAgain(code, pin, request.getRemoteAddr(), content, Seed.of(request)));
    }

    @PostMapping("/rate")
    @Operation(summary = "Rate how my petition was handled")
    PublicDesk.Seen rate(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pin,
            @RequestBody PublicRating body,
            HttpServletRequest request) {
        Input input = new Input();
        Integer score = input.present("score", body.score());
        if (score != null && (score < 1 || score > 5)) input.wrong("score", "out-of-bounds", "is between 1 and 5");
        String comment = input.optional("comment", body.comment(), 5000);
        input.mustBeValid();
        return desk.rate(code, pin, request.getRemoteAddr(), score == null ? 0 : score, comment);
    }

    @PostMapping("/messages")
    @Operation(summary = "Whether I am told by message, and in which language")
    PublicDesk.Seen choose(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String pin,
            @RequestBody Choice body,
            HttpServletRequest request) {
        Input input = new Input();
        Boolean told = input.present("told", body.told());
        Language language = body.language() == null ? Language.VI : language(body.language());
        if (language == null) input.wrong("language", "unknown", "is VI or EN");
        input.mustBeValid();
        return desk.choose(
                code,
                pin,
                request.getRemoteAddr(),
                Boolean.TRUE.equals(told),
                language == null ? Language.VI : language);
    }

    private static @Nullable Language language(String word) {
        return switch (word) {
            case "VI" -> Language.VI;
            case "EN" -> Language.EN;
            default -> null;
        };
    }
}
