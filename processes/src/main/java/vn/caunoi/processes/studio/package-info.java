/** What designers do with models: check them, publish them, read what was published. */
@NullMarked
package vn.caunoi.processes.studio;

import org.jspecify.annotations.NullMarked;
