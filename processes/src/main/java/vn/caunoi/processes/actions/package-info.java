/** The closed catalogue of what a service task of a diagram may do. */
@NullMarked
package vn.caunoi.processes.actions;

import org.jspecify.annotations.NullMarked;
