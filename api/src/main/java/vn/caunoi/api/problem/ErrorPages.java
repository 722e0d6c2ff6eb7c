package vn.caunoi.api.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is answered when something fails outside of a controller: a problem to programs, a page to people. */
@Hidden
@Controller
class ErrorPages implements ErrorController {

    private final Problems problems;
    private final ProblemWriter writer;

    ErrorPages(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    /** The page is the template {@code error} with the {@link Problem} as {@code problem}. */
    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem problem = problems.of(ProblemKind.ofStatus(status), ProblemWriter.languageOf(request));
        if (!wantsPage(request)) {
            writer.write(problem, response);
            return null;
        }
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(problem.status()));
        return page.addObject("problem", problem);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String accept = request.getHeader("Accept");
        return !path.startsWith(request.getContextPath() + "/api/") && accept != null && accept.contains("text/html");
    }
}
