package vn.caunoi.api.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Closes the shared program after the last test, while its database still runs. */
final class StopsBeforeItsDatabase implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        ConfigurableApplicationContext program =
                (ConfigurableApplicationContext) SpringExtension.getApplicationContext(test);
        test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(program.getId(), id ->
                (AutoCloseable) program::close);
    }
}
