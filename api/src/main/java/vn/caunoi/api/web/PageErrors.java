package vn.caunoi.api.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problem;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.petition.Refusal;

/** What goes wrong on a page is told on a page of the same frame. What is not named here ends on the general one. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

    private final Problems problems;

    PageErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({NotFound.class, AggregateNotFoundException.class})
    ModelAndView missing() {
        return page(problems.of(ProblemKind.NOT_FOUND, Words.locale()));
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return page(problems.of(refusal, Words.locale()));
    }

    @ExceptionHandler
    ModelAndView stopped(Stopped stopped) {
        return page(problems.of(stopped.kind(), Words.locale()));
    }

    @ExceptionHandler(InvalidParameterException.class)
    ModelAndView unreadable() {
        return page(problems.of(ProblemKind.MALFORMED, Words.locale()));
    }

    @ExceptionHandler
    ModelAndView lostRace(ConcurrencyException lost) {
        return page(problems.of(ProblemKind.CONFLICT, Words.locale()));
    }

    private static ModelAndView page(Problem problem) {
        return new ModelAndView("error", HttpStatus.valueOf(problem.status())).addObject("problem", problem);
    }
}
