package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;

/** What can happen to a case outside its tasks, over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}")
@Tag(name = "petitions")
class CaseCalls {

    private final CaseDesk desk;
    private final HeadDesk head;
    private final AccusedDesk accused;
    private final HandlersDesk handlers;
    private final DenouncerDesk denouncers;
    private final UrgingDesk urging;
    private final CurrentActor current;

    CaseCalls(
            CaseDesk desk,
            HeadDesk head,
            AccusedDesk accused,
            HandlersDesk handlers,
            DenouncerDesk denouncers,
            UrgingDesk urging,
            CurrentActor current) {
        this.desk = desk;
        this.head = head;
        this.accused = accused;
        this.handlers = handlers;
        this.denouncers = denouncers;
        this.urging = urging;
        this.current = current;
    }

    @PostMapping("/correct")
    @Operation(summary = "Correct what was recorded wrongly, or the kind")
    ResponseEntity<Answers.Done> correct(@PathVariable String id, @RequestBody CaseInput.Correct body) {
        return Answers.of(desk.correct(id, body, current.get()));
    }

    @PostMapping("/step-back")
    @Operation(summary = "Send back to an earlier step")
    ResponseEntity<Answers.Done> stepBack(@PathVariable String id, @RequestBody CaseInput.StepBack body) {
        return Answers.of(head.stepBack(id, body, current.get()));
    }

    @PostMapping("/reopen")
    @Operation(summary = "Open a closed case again, on a tabled ground")
    ResponseEntity<Answers.Done> reopen(@PathVariable String id, @RequestBody CaseInput.Reopen body) {
        return Answers.of(head.reopen(id, body, current.get()));
    }

    @PostMapping("/withdraw")
    @Operation(summary = "Record a withdrawal, of the whole or of points")
    ResponseEntity<Answers.Done> withdraw(@PathVariable String id, @RequestBody CaseInput.Withdraw body) {
        return Answers.of(desk.withdraw(id, body, current.get()));
    }

    @PostMapping("/supplement")
    @Operation(summary = "Record what the petitioner added")
    ResponseEntity<Answers.Done> supplement(@PathVariable String id, @RequestBody CaseInput.Supplement body) {
        return Answers.of(desk.supplement(id, body, current.get()));
    }

    @PostMapping("/extend")
    @Operation(summary = "Extend a deadline")
    ResponseEntity<Answers.Done> extend(@PathVariable String id, @RequestBody CaseInput.Extend body) {
        return Answers.of(head.extend(id, body, current.get()));
    }

    @PostMapping("/suspend")
    @Operation(summary = "Suspend: the days do not count")
    ResponseEntity<Answers.Done> suspend(@PathVariable String id, @RequestBody CaseInput.Suspend body) {
        return Answers.of(head.suspend(id, body, current.get()));
    }

    @PostMapping("/resume")
    @Operation(summary = "Go on after a suspension")
    ResponseEntity<Answers.Done> resume(@PathVariable String id, @RequestBody CaseInput.Resume body) {
        return Answers.of(head.resume(id, body, current.get()));
    }

    @PostMapping("/reassign")
    @Operation(summary = "Give the case to another officer or unit")
    ResponseEntity<Answers.Done> reassign(@PathVariable String id, @RequestBody CaseInput.Reassign body) {
        return Answers.of(head.reassign(id, body, current.get()));
    }

    @PostMapping("/escalate")
    @Operation(summary = "Bring the case before the head of a unit above")
    ResponseEntity<Answers.Done> escalate(@PathVariable String id, @RequestBody CaseInput.Escalate body) {
        return Answers.of(head.escalate(id, body, current.get()));
    }

    @PostMapping("/urge")
    @Operation(summary = "Urge whoever has the case, by a head or an inspector above; an answer is owed by a day")
    ResponseEntity<Answers.Done> urge(@PathVariable String id, @RequestBody CaseInput.Urge body) {
        return Answers.of(urging.urge(id, body, current.get()));
    }

    @PostMapping("/answer-urging")
    @Operation(summary = "Answer what a superior urged")
    ResponseEntity<Answers.Done> answerUrging(@PathVariable String id, @RequestBody CaseInput.AnswerUrging body) {
        return Answers.of(urging.answer(id, body, current.get()));
    }

    @PostMapping("/protection")
    @Operation(summary = "Record that protection of the denouncer was asked for")
    ResponseEntity<Answers.Done> protect(@PathVariable String id, @RequestBody CaseInput.Protect body) {
        return Answers.of(desk.protect(id, body, current.get()));
    }

    @PostMapping("/onward")
    @Operation(summary = "A denunciation is brought before the unit above who settles it (D38, D39)")
    ResponseEntity<Answers.Done> onward(@PathVariable String id, @RequestBody CaseInput.Onward body) {
        return Answers.of(handlers.onward(id, body, current.get()));
    }

    @PostMapping("/handlers")
    @Operation(
            summary = "Admit a named officer to handle a denunciation",
            description = "By the head who settles it; from then on that officer may look up who denounced, each look"
                    + " written down.")
    ResponseEntity<Answers.Done> admit(@PathVariable String id, @RequestBody CaseInput.Admitted body) {
        return Answers.of(handlers.admit(id, body, current.get()));
    }

    @PostMapping("/handlers/dismiss")
    @Operation(summary = "Take that back")
    ResponseEntity<Answers.Done> dismiss(@PathVariable String id, @RequestBody CaseInput.Admitted body) {
        return Answers.of(handlers.dismiss(id, body, current.get()));
    }

    @PostMapping("/accused")
    @Operation(summary = "Name the officers it is about: it goes to their superior and is not there for them")
    ResponseEntity<Answers.Done> accused(@PathVariable String id, @RequestBody CaseInput.Accused body) {
        return Answers.of(accused.name(id, body, current.get()));
    }

    @GetMapping("/denouncers")
    @Operation(summary = "Who denounced; for those who handle the case, each look written down")
    DenouncerDesk.Denouncers denouncers(@PathVariable String id) {
        return denouncers.look(id, current.get());
    }

    @PostMapping("/link")
    @Operation(summary = "Link with another petition")
    ResponseEntity<Answers.Done> link(@PathVariable String id, @RequestBody CaseInput.Link body) {
        return Answers.of(desk.link(id, body, current.get()));
    }

    @PostMapping("/note")
    @Operation(summary = "Add a note")
    ResponseEntity<Answers.Done> note(@PathVariable String id, @RequestBody CaseInput.Note body) {
        return Answers.of(desk.note(id, body, current.get()));
    }

    @PostMapping("/reply")
    @Operation(
            summary = "Write to the petitioner",
            description = "Read with code and PIN; whoever wants messages is told that there is news.")
    ResponseEntity<Answers.Done> reply(@PathVariable String id, @RequestBody CaseInput.Reply body) {
        return Answers.of(desk.reply(id, body, current.get()));
    }

    @PostMapping("/return-answer")
    @Operation(summary = "Return an unsuitable answer: by the head, or by the desk for who asked")
    ResponseEntity<Answers.Done> returnAnswer(@PathVariable String id, @RequestBody CaseInput.ReturnAnswer body) {
        return Answers.of(desk.returnAnswer(id, body, current.get()));
    }

    @PostMapping("/rate")
    @Operation(
            summary = "Record the petitioner's rating of a closed case; at the desk only, not by those who are rated")
    ResponseEntity<Answers.Done> rate(@PathVariable String id, @RequestBody CaseInput.Rate body) {
        return Answers.of(desk.rate(id, body, current.get()));
    }

    @Hidden
    @PostMapping("/{action}")
    void unknown(@PathVariable String id, @PathVariable String action) {
        throw new NotFound();
    }
}
