@NullMarked
package vn.caunoi.processes.studio;

import org.jspecify.annotations.NullMarked;
