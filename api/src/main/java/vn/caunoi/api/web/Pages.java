package vn.caunoi.api.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a page leads to after something was done. */
final class Pages {

    private Pages() {}

    /** The answer to a POST that succeeded: 303, so that going back or reloading does nothing twice. */
    static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path, true, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    /** A path within this site, and the home page instead of anything else. */
    static String within(String path) {
        // browsers drop line ends and tabs, and read a backslash as a slash; braces would be filled in
        boolean strange = path.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "\\{}".indexOf(c) >= 0);
        return path.startsWith("/") && !path.startsWith("//") && !strange ? path : "/";
    }
}
