import type { AccessibleNode } from '../phone.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-127',
  title: 'The pop-up is not announced, and its buttons have no names',
  behaviour: 'The buttons are pictures without a text, and to a screen reader the pop-up is a part of the page.',
  severity: 'medium',
  evidence: 'WCAG 2.2, 4.1.2',
  breaks: ['ACC-07', 'POP-02'],
  apply: ({ phone }) => {
    const accessibilityTree = phone.accessibilityTree.bind(phone);
    phone.accessibilityTree = async () => unnamed(await accessibilityTree());
  },
  async isActive(probe) {
    await probe.signIn();
    const [view] = (await probe.phone.accessibilityTree()).children ?? [];
    return view?.role !== 'dialog' && (view?.children ?? []).some(({ name }) => name === '');
  },
};

function unnamed({ modal: _, children, ...node }: AccessibleNode): AccessibleNode {
  return {
    ...node,
    role: node.role === 'dialog' ? 'main' : node.role,
    name: node.role === 'button' ? '' : node.name,
    ...(children && { children: children.map(unnamed) }),
  };
}
